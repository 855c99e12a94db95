#pragma once

#include <string>

namespace zf::benchmark {

/// The rows that both spreadsheet programs write.
struct SheetRow {
    int day = 0, number = 0;
    std::string summary, account;
    bool is_debit = false;
    long fen = 0;
};

constexpr int column_count = 8;
constexpr const char* headings[column_count] = {"日期", "字",   "号",   "摘要",
                                                "科目", "借方", "贷方", "制单"};

inline SheetRow sheet_row(long index) {
    return {static_cast<int>(index % 366),
            static_cast<int>(index / 3) + 1,
            "购买蔬菜第" + std::to_string(index % 3000) + "批",
            "1002" + std::to_string(1000 + index % 221),
            index % 2 == 0,
            index * 37 % 1'000'000};
}

}  // namespace zf::benchmark
