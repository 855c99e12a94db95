#include "render/xlsx/workbook.h"

#include <charconv>
#include <ctime>
#include <new>
#include <utility>

#include "engine/cell_text.h"
#include "zhangfang/base/text.h"

namespace zf::reports {

namespace {

// Spreadsheets calculate with 15 digits: a figure beyond stays a text rather than lose its end.
constexpr std::int64_t largest_exact = 999'999'999'999'999;
constexpr std::size_t longest_text = 32'767;
constexpr std::int32_t day_zero = 25'569;         // 1970-01-01
constexpr std::int32_t first_safe_day = -25'508;  // 1900-03-01: before it serials are disputed

double scaled(std::int64_t units, std::int64_t unit) {
    return static_cast<double>(units) / static_cast<double>(unit);
}

bool is_exact(std::int64_t units) {
    return units >= -largest_exact && units <= largest_exact;
}

// How many decimals a value in units of 10^-scale shows.
int decimals_of(std::int64_t units, int scale, int least) {
    int decimals = scale;
    while (decimals > least && units % 10 == 0) {
        units /= 10;
        --decimals;
    }
    return decimals;
}

std::string with_decimals(int decimals, bool zero_is_blank) {
    std::string figure = "#,##0";
    if (decimals > 0) figure += "." + std::string(static_cast<std::size_t>(decimals), '0');
    std::string format = figure;
    format += ";[Red]-";
    format += figure;
    if (zero_is_blank) format += ";";
    return format;
}

bool write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text,
                lxw_format* format) {
    if (text.empty()) {
        worksheet_write_blank(sheet, row, column, format);
        return true;
    }
    if (text.size() <= longest_text && is_valid_utf8(text)) {
        worksheet_write_string(sheet, row, column, text.c_str(), format);
        return true;
    }
    std::u32string points = to_code_points(text);
    const bool is_whole = points.size() <= longest_text;
    if (!is_whole) points.resize(longest_text);
    worksheet_write_string(sheet, row, column, to_utf8(points).c_str(), format);
    return is_whole;
}

std::uint8_t alignment(Align align) {
    switch (align) {
        case Align::left: return LXW_ALIGN_LEFT;
        case Align::centre: return LXW_ALIGN_CENTER;
        case Align::right: return LXW_ALIGN_RIGHT;
    }
    return LXW_ALIGN_LEFT;
}

std::uint8_t border_of(RowRule rule) {
    switch (rule) {
        case RowRule::none: return LXW_BORDER_THIN;
        case RowRule::single_red: return LXW_BORDER_MEDIUM;
        case RowRule::double_red: return LXW_BORDER_DOUBLE;
        case RowRule::single_black: return LXW_BORDER_MEDIUM;
    }
    return LXW_BORDER_THIN;
}

bool is_red(RowRule rule) {
    return rule == RowRule::single_red || rule == RowRule::double_red;
}

}  // namespace

Workbook::Workbook(const std::string& path) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_ = workbook_new_opt(path.c_str(), &options);
    if (book_ == nullptr) throw std::bad_alloc{};
}

Workbook::~Workbook() {
    if (book_ != nullptr) lxw_workbook_free(book_);
}

lxw_error Workbook::close() {
    lxw_workbook* book = std::exchange(book_, nullptr);
    return workbook_close(book);
}

lxw_worksheet* Workbook::add_sheet(const std::string& wish) {
    return workbook_add_worksheet(book_, names_.name_for(wish).c_str());
}

void Workbook::set_properties(const std::string& title, const std::string& created) {
    lxw_doc_properties properties{};
    // A fixed day where the document has none, so that the same document gives the same bytes.
    std::int64_t seconds = std::int64_t{Date{2000, 1, 1}.day_number()} * 86'400;
    if (const auto date = Date::parse(created.substr(0, 10))) {
        seconds = std::int64_t{date->day_number()} * 86'400;
        int hour = 0, minute = 0;
        if (created.size() >= 16) {
            std::from_chars(created.data() + 11, created.data() + 13, hour);
            std::from_chars(created.data() + 14, created.data() + 16, minute);
        }
        seconds += hour * 3600 + minute * 60;
    }
    // The library takes copies through pointers that it does not write through.
    std::string own_title = title, author = "zhangfang";
    properties.title = own_title.data();
    properties.author = author.data();
    properties.created = static_cast<std::time_t>(seconds);
    workbook_set_properties(book_, &properties);
}

lxw_format* Workbook::format(const XlsxStyle& style) {
    lxw_format*& format = formats_[style];
    if (format != nullptr) return format;
    format = workbook_add_format(book_);
    if (!style.number_format.empty()) format_set_num_format(format, style.number_format.c_str());
    format_set_align(format, alignment(style.align));
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (style.is_bold) format_set_bold(format);
    if (style.is_red) format_set_font_color(format, LXW_COLOR_RED);
    if (style.is_struck) format_set_font_strikeout(format);
    if (style.wraps) format_set_text_wrap(format);
    if (style.is_large) format_set_font_size(format, 16);
    if (!style.is_ruled) return format;
    format_set_left(format, LXW_BORDER_THIN);
    format_set_right(format, LXW_BORDER_THIN);
    format_set_top(format, border_of(style.above));
    format_set_bottom(format, border_of(style.below));
    if (is_red(style.above)) format_set_top_color(format, LXW_COLOR_RED);
    if (is_red(style.below)) format_set_bottom_color(format, LXW_COLOR_RED);
    return format;
}

bool write_value(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Value& value,
                 lxw_format* format) {
    const auto number = [&](std::int64_t units, std::int64_t unit) {
        if (is_exact(units)) {
            worksheet_write_number(sheet, row, column, scaled(units, unit), format);
        } else {
            std::string text;
            append_value(text, value);
            write_text(sheet, row, column, text, format);
        }
        return true;
    };
    switch (value.type()) {
        case ValueType::none: worksheet_write_blank(sheet, row, column, format); return true;
        case ValueType::integer: return number(value.as<std::int64_t>(), 1);
        case ValueType::money: return number(value.as<Money>().fen(), 100);
        case ValueType::quantity: return number(value.as<Quantity>().micro(), 1'000'000);
        case ValueType::price: return number(value.as<Price>().e8(), 100'000'000);
        case ValueType::rate: return number(value.as<Rate>().ppm(), 1'000'000);
        case ValueType::date: {
            const std::int32_t day = value.as<Date>().day_number();
            if (day < first_safe_day) break;
            worksheet_write_number(sheet, row, column, day + day_zero, format);
            return true;
        }
        case ValueType::text:
            return write_text(sheet, row, column, value.as<std::string>(), format);
        default: break;
    }
    std::string text;
    append_value(text, value);
    return write_text(sheet, row, column, text, format);
}

std::string number_format_of(const Value& value, int decimals, bool zero_is_blank) {
    switch (value.type()) {
        case ValueType::money: return with_decimals(2, zero_is_blank);
        case ValueType::integer: return zero_is_blank ? "0;[Red]-0;" : "0;[Red]-0";
        case ValueType::quantity:
            return with_decimals(decimals_of(value.as<Quantity>().micro(), 6, decimals),
                                 zero_is_blank);
        case ValueType::price:
            return with_decimals(decimals_of(value.as<Price>().e8(), 8, decimals), zero_is_blank);
        case ValueType::rate: {
            const int shown = decimals_of(value.as<Rate>().ppm(), 4, decimals);
            return shown == 0 ? "0%"
                              : "0." + std::string(static_cast<std::size_t>(shown), '0') + "%";
        }
        case ValueType::date: return "yyyy-mm-dd";
        default: return {};
    }
}

}  // namespace zf::reports
