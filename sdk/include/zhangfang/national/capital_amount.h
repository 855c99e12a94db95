#pragma once

#include <string>

#include "zhangfang/base/date.h"
#include "zhangfang/base/money.h"

namespace zf {

// The amount in capitals (大写金额): "壹仟陆佰捌拾元叁角贰分", red amounts with 负. Forms put
// 人民币 before it. 整 stands after 元 and after 角; the 零 that the rules leave open between 元
// and 角 is left out. Rule: 正确填写票据和结算凭证的基本规定 (Payment and Settlement Measures,
// annex 1).
ZF_EXPORT std::string capital_amount(Money amount);

// The date in capitals for cheques and receipts: "贰零贰陆年叁月壹拾伍日". So that nothing can be
// written in front, 零 stands before the months 1, 2 and 10 and before the days 1 to 9, 10, 20
// and 30.
ZF_EXPORT std::string capital_date(Date date);

}  // namespace zf
