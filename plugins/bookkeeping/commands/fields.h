#pragma once

#include <string>
#include <vector>

#include "zhangfang/model/field.h"

// Fields that many requests of this trade have, declared once.
namespace zf::bookkeeping {

// The kinds of book that this plugin has, by the name that their label stands for.
inline Choices kinds_of_book() {
    return {{"canteen", "Canteen book"}};
}

template <class T>
Field<T> book_field(std::string T::*member) {
    return field("book", member, "Book")
        .refers_to("bk.book")
        .help("Code of the book; left out, the only one of the workspace.");
}

// "2008-01"; "2008-13" is the year end. The window fills in the current month.
template <class T>
Field<T> month_field(std::string T::*member, std::string name = "month",
                     std::string label = "Month") {
    return field(std::move(name), member, std::move(label))
        .pattern("[0-9]{4}[-/](0?[1-9]|1[0-3])")
        .help("Such as 2008-01; 2008-13 is the year end.");
}

template <class T>
Field<T> year_field(int T::*member) {
    return field("year", member, "Year").range(0, 9999);
}

template <class T>
Field<T> voucher_field(std::string T::*member) {
    return field("voucher", member, "Voucher")
        .refers_to("bk.voucher")
        .help("Such as 2008-01/记-17.");
}

template <class T>
Field<T> vouchers_field(std::vector<std::string> T::*member) {
    return field("voucher", member, "Vouchers")
        .refers_to("bk.voucher")
        .help("Such as 2008-01/记-17; may be given several times.");
}

template <class T>
Field<T> account_field(std::string T::*member) {
    return field("account", member, "Account").refers_to("bk.account");
}

// The version that an editor read; left out, the stored one is meant whatever it is.
template <class T>
Field<T> version_field(std::int64_t T::*member) {
    return field("version", member, "Version");
}

template <class T>
Field<T> security_code_field(std::string T::*member) {
    return field("security_code", member, "Security code").secret();
}

}  // namespace zf::bookkeeping
