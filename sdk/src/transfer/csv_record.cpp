#include "transfer/csv_record.h"

#include <algorithm>
#include <array>

namespace zf::transfer {
namespace {

// Walks over the text of one record, cell by cell.
class CsvScanner {
public:
    CsvScanner(std::string_view text, const CsvFormat& format, bool is_last,
               std::size_t columns_max, std::vector<std::string>& cells)
        : text_{text},
          format_{format},
          is_last_{is_last},
          columns_max_{columns_max},
          cells_{cells} {}

    CsvRecord record() {
        for (bool goes_on = true; goes_on;) {
            const bool is_quoted = place_ < text_.size() && text_[place_] == '"';
            if (!(is_quoted ? quoted_cell() : plain_cell())) return {};
            ++record_.cells;
            if (place_ == text_.size() && !is_last_) return {};
            goes_on = place_ < text_.size() && text_[place_] == format_.separator();
            if (goes_on) ++place_;
        }
        if (!line_end()) return {};
        record_.is_complete = true;
        record_.length = place_;
        cells_.resize(std::min(record_.cells, columns_max_));
        return record_;
    }

private:
    // The string that takes the cell's text: one that is thrown away beyond the last column.
    std::string& cell() {
        if (record_.cells >= columns_max_) return beyond_;
        if (record_.cells >= cells_.size()) cells_.emplace_back();
        return cells_[record_.cells];
    }
    std::size_t end_of_plain() {
        std::size_t end = place_;
        bool has_rare_bytes = false;
        for (; end < text_.size(); ++end) {
            const auto byte = static_cast<unsigned char>(text_[end]);
            if (format_.ends_cell(byte)) break;
            has_rare_bytes |= format_.is_rare(byte);
        }
        record_.has_rare_bytes |= has_rare_bytes;
        return end;
    }
    bool plain_cell() {
        const std::size_t end = end_of_plain();
        if (end == text_.size() && !is_last_) return false;
        cell().assign(text_.substr(place_, end - place_));
        place_ = end;
        return true;
    }
    bool quoted_cell() {
        std::string& content = cell();
        content.clear();
        ++place_;
        for (;;) {
            const std::size_t quote = text_.find('"', place_);
            const std::size_t end = std::min(quote, text_.size());
            content.append(text_.substr(place_, end - place_));
            look_over(text_.substr(place_, end - place_));
            place_ = end;
            if (quote == std::string_view::npos) {
                record_.has_open_quote = is_last_;
                return is_last_;
            }
            if (quote + 1 == text_.size() && !is_last_) return false;
            if (quote + 1 == text_.size() || text_[quote + 1] != '"') break;
            content += '"';
            place_ = quote + 2;
        }
        ++place_;
        const std::size_t end = end_of_plain();
        if (end == text_.size() && !is_last_) return false;
        if (end != place_ && record_.stray_quote == 0) record_.stray_quote = record_.cells + 1;
        place_ = end;
        return true;
    }
    bool line_end() {
        if (place_ == text_.size()) return true;
        ++record_.lines;
        if (text_[place_++] == '\n') return true;
        if (place_ == text_.size()) return is_last_;
        if (text_[place_] == '\n') ++place_;
        return true;
    }
    void look_over(std::string_view quoted) {
        for (std::size_t i = 0; i < quoted.size(); ++i) {
            record_.has_rare_bytes |= format_.is_rare(static_cast<unsigned char>(quoted[i]));
            const bool is_followed_by_lf = i + 1 < quoted.size() && quoted[i + 1] == '\n';
            if (quoted[i] == '\n' || (quoted[i] == '\r' && !is_followed_by_lf)) ++record_.lines;
        }
    }

    std::string_view text_;
    const CsvFormat& format_;
    bool is_last_;
    std::size_t columns_max_;
    std::vector<std::string>& cells_;
    std::string beyond_;
    std::size_t place_ = 0;
    CsvRecord record_;
};

}  // namespace

CsvFormat::CsvFormat(char separator) : separator_{separator} {
    const auto mark = [this](char byte, std::uint8_t kind) {
        auto& kinds = kinds_[static_cast<unsigned char>(byte)];
        kinds = static_cast<std::uint8_t>(kinds | kind);
    };
    for (char byte = 0; byte < ' '; ++byte)
        if (byte != '\n' && byte != '\r' && byte != '\t') mark(byte, rare);
    for (const char byte : {'\x7F', '\xC2', '\xE2', '\xEF'}) mark(byte, rare);
    for (const char byte : {'\n', '\r', separator}) mark(byte, end);
}

CsvRecord read_csv_record(std::string_view text, const CsvFormat& format, bool is_last,
                          std::size_t columns_max, std::vector<std::string>& cells) {
    return CsvScanner{text, format, is_last, columns_max, cells}.record();
}

char detect_separator(std::string_view text) {
    std::array<std::pair<char, int>, 3> found{{{',', 0}, {'\t', 0}, {';', 0}}};
    bool is_quoted = false, has_begun = false;
    for (const char byte : text) {
        if (byte == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        if (has_begun && (byte == '\n' || byte == '\r')) break;
        has_begun = has_begun || (byte != '\n' && byte != '\r');
        for (auto& [separator, count] : found) count += byte == separator ? 1 : 0;
    }
    return std::max_element(
               found.begin(), found.end(),
               [](const auto& left, const auto& right) { return left.second < right.second; })
        ->first;
}

}  // namespace zf::transfer
