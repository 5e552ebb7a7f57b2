// User names: what a person signs in or appears with, where a label names it.
import type { Kind } from '../../kind.ts';
import { wordSet } from '../contact/labels.ts';
import { createLabelledFinder } from './labelled-value.ts';

const USERNAME: Kind = {
  id: 'account/username',
  title: 'User name',
  edpb: ['n', 's'],
  meaning:
    'It is half of a login, and many people use the same one everywhere, so that it leads to their other accounts.',
  identifies: 'account',
};

type Role = 'name' | 'login';

const WORDS = wordSet<Role>({
  name: [
    'username',
    'user name',
    'usernames',
    'screen name',
    'screenname',
    'nickname',
    'nick name',
    'user login',
    'login name',
    'login id',
    'logon name',
    'account name',
    'sam account name',
    'user handle',
    'gamertag',
    "nom d'utilisateur",
    'nom utilisateur',
    'pseudo',
    'pseudonyme',
    'identifiant de connexion',
    'benutzername',
    'nutzername',
    'anmeldename',
    'spitzname',
    'nombre de usuario',
    'nombre usuario',
    'apodo',
    'nome utente',
    'nome de usuário',
    'nome de usuario',
    'nome do usuário',
    'nome de utilizador',
    'apelido',
    'gebruikersnaam',
    'bijnaam',
    'nazwa użytkownika',
    'nazwa uzytkownika',
    'pseudonim',
    '用户名',
    '用戶名',
    '昵称',
    '登录名',
    '账户名',
    'ユーザー名',
    'ユーザ名',
    'ニックネーム',
    'ログイン名',
  ],
  login: ['login', 'uname', 'logname', 'ruser', 'ログインid', '登录账号'],
});

const SYSTEM_NAMES =
  /^(?:root|admin|administrator|system|daemon|nobody|service|guest|default|public|internal|user|username|www-data|postgres|mysql|redis|nginx|ubuntu|ec2-user|git|jenkins|sa|oracle|operator|name|password|email|failed|success|successful|ok|error|page|form|attempt|required|button)$/i;

export const usernameFinder = createLabelledFinder<Role>({
  name: 'username',
  kind: USERNAME,
  words: WORDS,
  most: 64,
  signs: '_-.+$',
  judge(value, role, place) {
    if (SYSTEM_NAMES.test(value)) return 'an account of a system, or a word of a form';
    if (value.length < 2) return 'too short';
    if (/^\d{1,5}$/.test(value)) return 'a number';
    if (role === 'login') return place === 'word' ? [0.4, 'a name or a word'] : [0.6, 'a name'];
    return place === 'word' ? [0.7, 'a name'] : [0.85, 'a name'];
  },
});
