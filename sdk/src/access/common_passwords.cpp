#include "common_passwords.h"

#include <algorithm>
#include <array>

namespace zf {

// What people type first and others guess first, in lower case and sorted; nothing shorter than a
// password may be. Gathered from habit: key rows, dates, 我爱你, the office's own words.
static constexpr std::array<std::string_view, 395> common_passwords{
    "!qaz2wsx",      "!qaz@wsx",     "00000000",     "01234567",      "0123456789",
    "0987654321",    "10101010",     "111111111",    "1111111111",    "11112222",
    "111222333",     "11223344",     "1122334455",   "112233445566",  "12121212",
    "123123123",     "123321123",    "12341234",     "12344321",      "123454321",
    "12345654321",   "12345678",     "123456789",    "1234567890",    "123456789a",
    "123456789q",    "12345678a",    "1234567a",     "123456aa",      "123456abc",
    "123456asd",     "12345qwert",   "1234qwer",     "123qwe123",     "123qweasd",
    "123qweasdzxc",  "13131313",     "13145200",     "1314520520",    "147258369",
    "147852369",     "159357456",    "159753456",    "168168168",     "16888888",
    "18888888",      "1q2w3e4r",     "1q2w3e4r5t",   "1q2w3e4r5t6y",  "1qaz!qaz",
    "1qaz2wsx",      "1qaz2wsx3edc", "1qaz@wsx",     "1qazxsw2",      "20082008",
    "20102010",      "31415926",     "51888888",     "52013140",      "520131400",
    "5201314520",    "52052052",     "520520520",    "521521521",     "55555555",
    "5845201314",    "58585858",     "66666666",     "741852963",     "77582580",
    "77585210",      "789456123",    "88888888",     "987654321",     "9876543210",
    "98989898",      "99999999",     "a1234567",     "a12345678",     "a123456789",
    "aa123456",      "aa12345678",   "aa123456789",  "aaa123456",     "ab123456",
    "abc12345",      "abc123456",    "abc1234567",   "abcd1234",      "abcd12345",
    "abcd123456",    "abcde12345",   "account123",   "accounting",    "accounts1",
    "admin123",      "admin123!",    "admin1234",    "admin12345",    "admin123456",
    "admin888",      "admin@123",    "adminadmin",   "administrator", "administrator1",
    "aini1314",      "arsenal1",     "as123456",     "asd123456",     "asdf1234",
    "asdfasdf",      "asdfgh123",    "asdfghjk",     "asdfghjkl",     "asdqwe123",
    "autumn123",     "azertyuiop",   "babygirl1",    "baobao123",     "baobei1314",
    "baobei520",     "baseball",     "baseball1",    "basketball",    "batman123",
    "beijing123",    "beijing2008",  "blink182",     "business1",     "butterfly",
    "caiwu123",      "caiwu123456",  "caiwu888",     "caonima123",    "changeme",
    "changeme1",     "changeme123",  "charlie1",     "chelsea1",      "china123",
    "china2008",     "chocolate",    "chuna123",     "chuna888",      "company1",
    "company123",    "computer",     "computer1",    "danwei123",     "default1",
    "default123",    "dollar123",    "dragon12",     "dragon123",     "elephant",
    "facai168",      "facai888",     "finance1",     "finance123",    "flower123",
    "football",      "football1",    "forever1",     "freedom1",      "friends1",
    "garfield",      "gongxifacai",  "gongzi123",    "goodluck",      "goodluck1",
    "guangdong123",  "guest123",     "guest1234",    "happy123",      "happy1234",
    "happyday",      "hello123",     "hello1234",    "hellohello",    "helloworld",
    "helloworld1",   "huoshifei",    "iloveu520",    "iloveyou",      "iloveyou1",
    "iloveyou2",     "iloveyou3",    "iloveyou520",  "internet",      "internet1",
    "jennifer",      "jessica1",     "jordan23",     "justin123",     "kaixin123",
    "killer123",     "kuaiji123",    "kuaiji123456", "kuaile123",     "laogong520",
    "laopo1314",     "laopo520",     "letmein1",     "letmein123",    "li123456",
    "liverpool",     "lkjhgfdsa",    "login123",     "login1234",     "love1314",
    "love5201314",   "lovelove",     "lovely123",    "loveyou123",    "manager1",
    "manager123",    "master123",    "matrix123",    "mercedes",      "michael1",
    "michelle",      "mima1234",     "mima123456",   "mima12345678",  "mimashi123",
    "mnbvcxz1",      "mnbvcxzlkj",   "money123",     "money888",      "monkey123",
    "mypassword",    "mysql123",     "mysql1234",    "nicole123",     "nihao123",
    "nihao123456",   "nihaoma123",   "northern",     "office123",     "office2010",
    "operator1",     "operator123",  "oracle123",    "oracle1234",    "oracle12345",
    "p@ssw0rd",      "p@ssw0rd1",    "p@ssword",     "p@ssword1",     "p@ssword123",
    "pa$$w0rd",      "pa$$word",     "passport",     "passw0rd",      "password",
    "password1",     "password12",   "password123",  "passwords",     "passwort",
    "patrick1",      "peaches1",     "pingan123",    "pinganfu",      "poiuytrewq",
    "pokemon1",      "pokemon123",   "postgres",     "postgres1",     "postgres123",
    "princess",      "princess1",    "purple123",    "q123456789",    "q1w2e3r4",
    "q1w2e3r4t5",    "qaz123456",    "qazwsx123",    "qazwsxedc",     "qazwsxedcrfv",
    "qq123456",      "qq123456789",  "qq5201314",    "qwaszx123",     "qwe123456",
    "qwe123qwe",     "qweasd123",    "qweasdzxc",    "qweasdzxc123",  "qweqweqwe",
    "qwer1234",      "qwerasdf",     "qwerty12",     "qwerty123",     "qwerty1234",
    "qwerty12345",   "qwerty789",    "qwertyui",     "qwertyuiop",    "qwertyuiop1",
    "qwertyuiop123", "qwertzuiop",   "rainbow1",     "root1234",      "root123456",
    "rootroot",      "s123456789",   "samantha",     "samsung1",      "samsung123",
    "secret123",     "security1",    "security123",  "server123",     "service123",
    "shadow123",     "shanghai123",  "shiwu123",     "siwuzhang",     "spring123",
    "starwars",      "summer123",    "summer2008",   "sunshine",      "sunshine1",
    "superman",      "superman1",    "supervisor",   "sxkj1234",      "sysadmin",
    "sysadmin1",     "system12",     "system123",    "system123456",  "temp1234",
    "temp12345",     "test1234",     "test12345",    "test123456",    "testing123",
    "testtest",      "thunder1",     "tiananmen",    "tiantian520",   "trustno1",
    "user1234",      "user12345",    "user123456",   "victoria",      "w123456789",
    "wang1234",      "welcome1",     "welcome12",    "welcome123",    "whatever",
    "whatever1",     "windows1",     "windows10",    "windows123",    "windows7",
    "winter123",     "woaini123",    "woaini1314",   "woaini1314520", "woaini520",
    "woaini5201314", "woaini521",    "woaiwojia",    "woaizhongguo",  "wodemima",
    "wonderful",     "woshishui",    "wsx123456",    "xiaohong",      "xiaoming",
    "xiaoming123",   "xiaowang",     "z123456789",   "zaq12wsx",      "zaq1xsw2",
    "zaq1zaq1",      "zhang123",     "zhangfang",    "zhangfang1",    "zhangfang123",
    "zhanghao123",   "zhengfu123",   "zhongguo",     "zhongguo1",     "zhongguo123",
    "zxcasdqwe",     "zxcv1234",     "zxcvbnm1",     "zxcvbnm123",    "zxczxczxc",
};

static_assert(std::is_sorted(common_passwords.begin(), common_passwords.end()));

bool is_common_password(std::string_view lower_case) {
    return std::binary_search(common_passwords.begin(), common_passwords.end(), lower_case);
}

}  // namespace zf
