#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zf::transfer {

// What each byte can be in a file with this separator: one look-up a byte reads a file.
class CsvFormat {
public:
    explicit CsvFormat(char separator);

    char separator() const { return separator_; }
    bool ends_cell(unsigned char byte) const { return (kinds_[byte] & end) != 0; }
    // Invisible characters are made of it, and seldom anything else.
    bool is_rare(unsigned char byte) const { return (kinds_[byte] & rare) != 0; }

private:
    static constexpr std::uint8_t end = 1, rare = 2;
    char separator_;
    std::array<std::uint8_t, 256> kinds_{};
};

// One record at the start of a text, as RFC 4180 spells it; line ends may be CRLF, LF or CR.
struct CsvRecord {
    bool is_complete = false;     // false: more text is needed to say where it ends
    bool has_open_quote = false;  // it ends with the file inside quotes
    std::size_t length = 0;       // bytes, its line end included
    std::int64_t lines = 0;       // line ends in it: more than one where a cell holds a line break
    std::size_t cells = 0;        // how many, also beyond `columns_max`
    bool has_rare_bytes = false;  // some that invisible characters are made of
    std::size_t stray_quote = 0;  // 1 + index of a cell that goes on behind its closing quote; 0:
                                  // none
};

// Fills `cells` (at most `columns_max`), keeping the room they have. `is_last`: the text ends with
// the file.
CsvRecord read_csv_record(std::string_view text, const CsvFormat& format, bool is_last,
                          std::size_t columns_max, std::vector<std::string>& cells);

// Comma, tab or semicolon: what stands most often outside quotes in the first record.
char detect_separator(std::string_view text);

}  // namespace zf::transfer
