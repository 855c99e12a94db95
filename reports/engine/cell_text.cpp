#include "engine/cell_text.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>

namespace zf::reports {

namespace {

std::uint64_t magnitude(std::int64_t value) {
    return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

void append_grouped(std::string& out, std::uint64_t whole) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), whole).ptr;
    auto left = end - digits.data();
    for (const char* digit = digits.data(); digit != end; ++digit, --left) {
        out += *digit;
        if (left > 1 && (left - 1) % 3 == 0) out += ',';
    }
}

// A count of units of 10^-scale, with at least `least` decimals and no zeros beyond them.
void append_decimal(std::string& out, std::int64_t units, int scale, int least) {
    std::uint64_t unit = 1;
    for (int place = 0; place < scale; ++place) unit *= 10;
    const std::uint64_t value = magnitude(units);
    if (units < 0) out += '-';
    append_grouped(out, value / unit);
    std::uint64_t fraction = value % unit;
    int decimals = scale;
    while (decimals > least && fraction % 10 == 0) {
        fraction /= 10;
        --decimals;
    }
    if (decimals == 0) return;
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), fraction).ptr;
    const auto length = static_cast<int>(end - digits.data());
    out += '.';
    out.append(static_cast<std::size_t>(decimals - length), '0');
    out.append(digits.data(), static_cast<std::size_t>(length));
}

struct Sign {
    int operator()(const Money& value) const { return compare(value.fen()); }
    int operator()(const Quantity& value) const { return compare(value.micro()); }
    int operator()(const Price& value) const { return compare(value.e8()); }
    int operator()(const Rate& value) const { return compare(value.ppm()); }
    int operator()(const std::int64_t& value) const { return compare(value); }
    template <class T>
    int operator()(const T&) const {
        return 1;
    }

    static int compare(std::int64_t value) { return value < 0 ? -1 : value > 0 ? 1 : 0; }
};

int sign_of(const Value& value) {
    return std::visit(Sign{}, value.content());
}

bool is_a_total(RowKind kind) {
    return kind == RowKind::total || kind == RowKind::subtotal;
}

}  // namespace

void append_money(std::string& out, Money amount) {
    append_decimal(out, amount.fen(), 2, 2);
}

void append_integer(std::string& out, std::int64_t value) {
    std::array<char, 24> digits{};
    out.append(digits.data(),
               std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

void append_value(std::string& out, const Value& value, int decimals) {
    switch (value.type()) {
        case ValueType::none: break;
        case ValueType::text: out += value.as<std::string>(); break;
        case ValueType::boolean: out += value.as<bool>() ? "√" : ""; break;
        case ValueType::integer: append_integer(out, value.as<std::int64_t>()); break;
        case ValueType::money: append_money(out, value.as<Money>()); break;
        case ValueType::quantity:
            append_decimal(out, value.as<Quantity>().micro(), 6, decimals);
            break;
        case ValueType::price: append_decimal(out, value.as<Price>().e8(), 8, decimals); break;
        case ValueType::rate:
            append_decimal(out, value.as<Rate>().ppm(), 4, decimals);
            out += '%';
            break;
        case ValueType::date: out += value.as<Date>().iso(); break;
        case ValueType::month: out += value.as<Month>().iso(); break;
        case ValueType::record:
        case ValueType::list: out += value.plain_text(); break;
    }
}

bool is_figure(const Value& value) {
    switch (value.type()) {
        case ValueType::money:
        case ValueType::quantity:
        case ValueType::price:
        case ValueType::rate:
        case ValueType::integer: return true;
        default: return false;
    }
}

bool is_zero(const Value& value) {
    return is_figure(value) && sign_of(value) == 0;
}

bool is_negative(const Value& value) {
    return sign_of(value) < 0;
}

Align alignment_of(const Value& value, const ReportColumn& column) {
    return column.align == Align::left && is_figure(value) ? Align::right : column.align;
}

void append_cell(std::string& out, const Cell& cell, const ReportColumn& column, RowKind kind,
                 const Catalogue& catalogue, bool is_monochrome) {
    const std::string* text = cell.value.if_a<std::string>();
    if (cell.is_message && text != nullptr) {
        out += written(catalogue, *text, cell.arguments);
    } else if (column.zero_is_blank && !is_a_total(kind) && is_zero(cell.value)) {
        return;
    } else if (is_monochrome && is_negative(cell.value)) {
        const std::size_t begin = out.size();
        append_value(out, cell.value, column.decimals);
        out[begin] = '(';
        out += ')';
    } else {
        append_value(out, cell.value, column.decimals);
    }
}

std::string written(const Catalogue& catalogue, const std::string& id,
                    const std::vector<Argument>& arguments) {
    if (id.empty()) return {};
    return arguments.empty() ? catalogue.text(std::string_view{id})
                             : catalogue.text(Message{id, arguments});
}

std::string value_of(const KeyValue& item, const Catalogue& catalogue) {
    const std::string* text = item.value.if_a<std::string>();
    if (item.is_message && text != nullptr) return written(catalogue, *text, item.arguments);
    std::string out;
    append_value(out, item.value);
    return out;
}

std::string title_of(const Bookmark& bookmark, const Catalogue& catalogue) {
    return bookmark.is_message ? written(catalogue, bookmark.title, bookmark.arguments)
                               : bookmark.title;
}

std::string title_of(const Document& document, const Catalogue& catalogue) {
    return written(catalogue, document.title, document.title_arguments);
}

}  // namespace zf::reports
