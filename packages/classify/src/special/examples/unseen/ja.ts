// Invented sentences in Japanese: written after vocabulary and grammar were, and before they met them. No statement was mended
// for.
import type { Examples } from '../examples.ts';

export const JA: Examples = {
  statements: {
    health: `
リウマチの先生に膠原病だと言われ、ステロイドを飲むことになりました
HIV陽性ですが、金曜日にデートがあります
祖父のパーキンソン病が進んで、毎日転びます
半年やめていたコカインを土曜日にまた使ってしまいました
膵炎で二週間入院しました
妻は妊娠七ヶ月です
今朝、電車でパニック発作を起こしました
`,
    'health-at-work': `
うつ病で一ヶ月休職しています
`,
    'sexual-life': `
ゲイで、小さな町に住んでいます
彼氏にオープンな関係がいいと言われましたが、浮気は嫌です
`,
    religion: `
ムスリムなので男性とは握手しません
以前モルモン教の宣教師をしていました
`,
    politics: `
立憲の選挙を手伝っていますが、父は自民党支持です
`,
    'trade-union': `
明日は看護師たちとストライキに参加します
`,
    ethnicity: `
私は在日三世で、クラスで一人だけです
`,
    criminal: `
来年まで執行猶予中です
`,
  },
  ordinary: `
パン屋の初日で緊張しています
兄が私のドリルを返してくれません
カーペットの赤ワインの染みをどう落としますか
旅行の前にポーランド語を習いたいです
大家に家賃を上げられました
オークとパインで迷っています
選挙結果のレポートが遅れています
パスワードを忘れました
`,
};
