/**
 * What people reach for when they are asked for a password: words, names, pinyin, runs of keys and
 * digits, and the words of a service hall. Lower case.
 */
export const COMMON_PASSWORDS: readonly string[] = `
  password passwort passwd passw0rd p@ssword p@ssw0rd pa55word pass1234 admin administrator
  admin123 root toor guest user test tester demo default welcome letmein login master superman
  batman dragon monkey shadow sunshine princess football baseball basketball iloveyou trustno1
  whatever freedom computer internet windows microsoft google apple samsung huawei xiaomi
  tencent alibaba alipay taobao wechat weixin weibo baidu qwerty qwertyuiop qwer asdf asdfgh
  asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc 1q2w3e 1q2w3e4r 1q2w3e4r5t q1w2e3r4
  1qaz2wsx 1qaz 2wsx 3edc zaq1 xsw2 zaq12wsx 12345 1234 123 321 4321 54321 123456 1234567
  12345678 123456789 1234567890 0123456789 123123 123321 112233 121212 654321 87654321
  987654321 0987654321 147258369 159357 147258 741852963 102030 520520 5201314 1314520 1314
  520 521 666666 888888 168168 000000 111111 222222 333333 444444 555555 777777 999999
  88888888 66666666 11111111 00000000 a123456 a1234567 a12345678 aa123456 abc123 abcd1234
  abc12345 qq123456 wang123 zhang123 woaini1314 asd123 asd123456 q123456 w123456 z123456
  123qwe qwe123 123abc 12345a 123456a 123456q 123456abc abc abcd abcde abcdef abcdefg abcdefgh
  xyz woaini woaini520 woaiwojia woaizhongguo wodemima mima mima123 mimashi wangjile
  wojiushiwo nihao nihaoma nihao123 zaijian xiexie ganxie pengyou laopo laogong baobao baobei
  qinaide xiaobao xingfu kuaile pingan jiankang jixiang ruyi facai gongxi shunli chenggong
  jiayou zhongguo beijing shanghai guangzhou shenzhen tianjin chongqing hebei langfang anci
  bingcha qingpu hunan hubei henan shandong jiangsu zhejiang guangdong sichuan china chinese
  zhengwu zhengwudating zhengfu zhongxin fuwu dating fuwuzhongxin fuwudating zhengwuzhongxin
  zhengwufuwu chuangkou shenpi shenpiju renmin renminweifu weirenminfuwu fuwuqunzhong
  guanliyuan xitong bangong bangongshi tousu pingjia haochaping xingchuang danwei zhuren
  kezhang juzhang shuji lingdao gongzuo gongwuyuan shangban xiaban zhangsan lisi wangwu
  zhaoliu xiaoming xiaohong wangwei zhangwei liwei liuwei wangfang lina zhangmin chenjing
  spring summer autumn winter monday friday january december secret changeme change
  newpassword mypassword temp temporary office service government portal complaint rating
  window hall starwindow 政务 政务服务 政务大厅 服务大厅 大厅 服务中心 服务 中心 窗口 星窗 审批局 管理员 密码 口令 投诉 评价 为人民服务 我爱你
  你好 中国 加油 平安 快乐 一二三四五六七八九十 一二三四
`
  .trim()
  .split(/\s+/)
