// Invented sentences in Chinese: written after vocabulary and grammar were, and before they met them. No statement was mended
// for.
import type { Examples } from '../examples.ts';

export const ZH: Examples = {
  statements: {
    health: `
风湿科医生说我是红斑狼疮，要吃激素
我是HIV感染者，周五有个约会
爷爷的帕金森越来越重，天天摔跤
戒了半年可卡因，我周六又复吸了
我因为胰腺炎住了两周院
我老婆怀孕七个月了
今天早上我在火车上惊恐发作
`,
    'health-at-work': `
我因为抑郁休了一个月病假
`,
    'sexual-life': `
我是个男同，住在小县城
男朋友想要开放关系，我不愿意
`,
    religion: `
我是穆斯林，不和男人握手
我以前是摩门教传教士
`,
    politics: `
我帮民进党助选，我爸投国民党
`,
    'trade-union': `
明天我和护士们一起罢工
`,
    ethnicity: `
我是苗族，班里就我一个
`,
    criminal: `
我还在缓刑期，到明年才结束
`,
  },
  ordinary: `
我第一天去面包店上班，好紧张
我哥借了我的电钻不还
怎么把我地毯上的红酒渍洗掉？
我想在旅行前学波兰语
房东又给我涨房租了
我在橡木和松木之间犹豫
我的选举结果报告要迟交了
我忘了密码，账号锁了
`,
};
