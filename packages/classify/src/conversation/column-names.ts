// What a column or key is for, by its name, in the habits of ten languages: who speaks, what is said, in which thread.

export type ColumnUse =
  | 'role'
  | 'sender'
  | 'receiver'
  | 'by user'
  | 'content'
  | 'prompt'
  | 'completion'
  | 'thread'
  | 'session'
  | 'user'
  | 'time'
  | 'model'
  | 'tokens'
  | 'path'
  | 'results'
  | 'search'
  | 'query'
  | 'subject'
  | 'log';

const NAMES: Readonly<Record<ColumnUse, string>> = {
  role: 'role speakerrole messagerole authorrole sendertype sendertyp authortype participanttype msgrole rolle rol rôle ruolo papel rola 角色 身份 役割 ロール speaker fromtype direction',
  sender:
    'sender senderid sendername from fromid fromuser fromuserid fromname author authorid authorname username nickname nick postedby sentby createdby expediteur expéditeur auteur absender verfasser remitente autor mittente autore remetente afzender nadawca 发送者 发送人 发件人 发送方 送信者 発信者 投稿者 senderuid talker',
  receiver:
    'receiver receiverid recipient recipientid to toid touser touserid toname destinataire empfänger empfaenger destinatario destinatário ontvanger odbiorca 接收者 收件人 受信者',
  'by user': 'iscreatedbyuser isuser fromme isfromme isbot outgoing isoutgoing incoming isagent isassistant',
  content:
    'content contents text message messages messagetext messagebody msgcontent msgtext body chat chattext chatmessage utterance transcript nachricht nachrichtentext inhalt mensaje contenido messaggio testo contenuto mensagem texto conteudo conteúdo bericht inhoud tekst wiadomosc wiadomość tresc treść texte contenu corps cuerpo corpo 消息 消息内容 内容 正文 聊天内容 留言 メッセージ 本文 発言 msg comment reply userpost note notes',
  prompt:
    'prompt prompts userprompt userinput usermessage usertext usercontent userquery question questions frage pregunta domanda pergunta vraag pytanie 问题 提问 提示词 質問 プロンプト instruction input inputtext humanmessage inputmessage requesttext request requestbody utterancein',
  completion:
    'completion completions response responses answer answers reply botresponse botreply botmessage assistantmessage assistantresponse airesponse aimessage modeloutput generatedtext output outputtext outputmessage responsetext antwort reponse réponse respuesta risposta resposta antwoord odpowiedz odpowiedź 回答 回复 答案 応答 返答 responsebody result',
  thread:
    'conversationid conversation conversationuuid convid convoid chatid chatuuid chatroomid threadid thread threadts dialogid dialogueid dialogid roomid channelid ticketid caseid discussionid messagetreeid parentmessageid genaiconversationid gesprächid gespraechid gesprächsid gespraechsid unterhaltungid unterhaltungsid idconversation idconversacion conversacionid idconversazione conversazioneid idconversa conversaid gesprekid gesprekid idrozmowy rozmowaid 会话id 对话id 聊天id 会话编号 会話id スレッドid チャットid groupid dialogueuuid inreplyto replyto replytoid',
  session:
    'sessionid session sessionuuid sid sitzungid sitzungsid idsession idsesion sesionid sessioneid sessaoid sessie sesja traceid parentid messageid msgid 会話 セッションid 会话',
  user: 'userid user uid useruuid enduser enduserid accountid account customerid customer clientid memberid distinctid visitorid anonymousid subscriberid deviceid cookieid ip clientip remoteaddr ipaddress email benutzer benutzerid nutzer nutzerid kunde kundennummer utilisateur utilisateurid idutilisateur idusuario usuarioid usuario utenteid idutente utente usuárioid gebruikerid gebruiker uzytkownik użytkownik 用户id 用户 用户名 ユーザーid ユーザー 会員id openid unionid',
  time: 'timestamp time ts date datetime createdat created createdon createtime sentat sent sentdate postedat eventtime occurredat at date zeit zeitpunkt datum fecha data datetime horodatage 时间 创建时间 日時 日付 day',
  model:
    'model modelid modelname modelslug engine deployment llm llmmodel temperature topp maxtokens maxoutputtokens finishreason stopreason stream systemprompt assistantid agentid botid modell modele modèle modelo modello 模型 モデル',
  tokens:
    'prompttokens completiontokens totaltokens inputtokens outputtokens tokencount tokens tokensused usage usagedetails cost',
  path: 'path url uri route endpoint requestpath requesturi requesturl httppath httptarget httproute httpurl urlpath spanname operation operationname action event eventname eventtype name method service pathname referer pageurl handler controller kind type page',
  results:
    'results resultcount resultscount numresults nresults numberofresults hits hitcount totalhits total totalresults found matches took tookms latencyms clickedurl clicked clickedresult itemrank rank clicks resultats résultats treffer resultados risultati resultaten wyniki 结果数 结果 件数 page pagesize facets filters sort lang language locale country',
  search:
    'searchterm searchterms searchquery searchphrase searchtext searchstring searchkeyword searchkeywords searchkey searchinput searchword searchwords searchstr searchfor search querytext querystring userquery querystr keywords keyword keywordsearch sitesearch internalsearch searchedfor searched searchvalue recherche termerecherche termederecherche motcle motclé motscles motsclés requeterecherche suchbegriff suchbegriffe suchanfrage suchtext suchwort suche busqueda búsqueda terminobusqueda términobúsqueda palabraclave ricerca terminericerca parolachiave busca pesquisa termobusca termodebusca palavrachave zoekterm zoekopdracht zoekwoord zoekquery szukaj szukanafraza wyszukiwanie fraza frazawyszukiwania 搜索词 搜索 搜索关键词 搜索内容 检索词 检索 查询词 关键词 关键字 検索 検索語 検索ワード 検索キーワード 検索クエリ キーワード kw qtext поиск запрос поисковыйзапрос 검색어 검색',
  query:
    'query q queries requete requête anfrage consulta consultas zapytanie zapytania 查询 クエリ term terms phrase wd',
  subject: 'subject betreff objet asunto oggetto assunto onderwerp temat 主题 件名 title',
  log: 'level severity severitytext severitynumber loglevel loggername logger pid processid hostname threadname stacktrace stack exception kubernetes container containername podname pod namespace facility program syslog partition offset topic broker lineno filename funcname caller errorcode statuscode reason involvedobject queue jobid jobname worker attempts retries schedule cron migration build commit',
};

const USES: ReadonlyMap<string, ColumnUse> = new Map(
  // Later lists do not take names from earlier ones.
  (Object.keys(NAMES) as ColumnUse[])
    .toReversed()
    .flatMap((use) => NAMES[use].split(' ').map((name): [string, ColumnUse] => [name, use])),
);

/**
 * What a column is for, by its name.
 *
 * @param name as the store has it: `conversation_id`, `string.values[user_id]`, `attributes.gen_ai.prompt`, `Suchbegriff`
 */
export function useOf(name: string): ColumnUse | undefined {
  const known = MEMO.get(name);
  if (known !== undefined) return known === 'none' ? undefined : known;
  const use = USES.get(leafOf(name));
  if (MEMO.size >= MEMO_SIZE) MEMO.clear();
  MEMO.set(name, use ?? 'none');
  return use;
}

/** Names repeat on every row. The answer is a function of the name alone, so keeping it is no state that anybody sees. */
const MEMO = new Map<string, ColumnUse | 'none'>();
/** Some stores have ids for keys: names without end. */
const MEMO_SIZE = 2048;

/** The last part of a nested name in lower case, without what joins its words: `string.values[User-ID]` is `userid`. */
export function leafOf(name: string): string {
  let end = name.length;
  let start = 0;
  if (name.charCodeAt(end - 1) === 0x5d) {
    end--;
    start = name.lastIndexOf('[', end) + 1;
    const quote = name.charCodeAt(start);
    if (quote === 0x27 || quote === 0x22) {
      start++;
      end--;
    }
  }
  start = Math.max(start, name.lastIndexOf('.', end - 1) + 1);
  const leaf = name.slice(start, end);
  return /[^a-z]/.test(leaf) ? leaf.toLowerCase().replace(/[\s_-]+/g, '') : leaf;
}
