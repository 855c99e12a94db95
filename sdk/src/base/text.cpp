#include "zhangfang/base/text.h"

#include <algorithm>

namespace zf {

static constexpr char32_t replacement = 0xFFFD;

static bool may_stand_in_text(char32_t point) {
    return point != 0 && point <= 0x10FFFF && !(point >= 0xD800 && point <= 0xDFFF);
}

static bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

struct Decoded {
    char32_t point = replacement;
    std::size_t length = 1;
    bool valid = false;
};

// Reads the code point at the start of a text that is not empty; what is not valid costs one byte.
static Decoded decode_first(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    std::size_t length = 1;
    char32_t point = lead;
    char32_t smallest = 0;  // Anything below it could have been written shorter.
    if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4, point = lead & 0x07U, smallest = 0x10000;
    } else if (lead >= 0xE0 && lead < 0xF0) {
        length = 3, point = lead & 0x0FU, smallest = 0x800;
    } else if (lead >= 0xC2 && lead < 0xE0) {
        length = 2, point = lead & 0x1FU, smallest = 0x80;
    } else if (lead >= 0x80) {
        return {};
    }
    if (text.size() < length) return {};
    for (std::size_t place = 1; place < length; ++place) {
        if (!is_continuation(text[place])) return {};
        point = (point << 6U) | (static_cast<unsigned char>(text[place]) & 0x3FU);
    }
    if (point < smallest || !may_stand_in_text(point)) return {};
    return {.point = point, .length = length, .valid = true};
}

template <class Visit>
static void each_code_point(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const Decoded decoded = decode_first(text);
        visit(decoded);
        text.remove_prefix(decoded.length);
    }
}

bool is_valid_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto lead = static_cast<unsigned char>(text.front());
        if (lead >= 0x01 && lead < 0x80) {
            text.remove_prefix(1);
        } else if (lead >= 0xE1 && lead < 0xED && text.size() >= 3 && is_continuation(text[1]) &&
                   is_continuation(text[2])) {
            text.remove_prefix(3);  // Chinese, nearly always
        } else {
            const Decoded decoded = decode_first(text);
            if (!decoded.valid) return false;
            text.remove_prefix(decoded.length);
        }
    }
    return true;
}

std::size_t code_point_count(std::string_view text) {
    std::size_t count = 0;
    each_code_point(text, [&](const Decoded&) { ++count; });
    return count;
}

static bool is_blank(char32_t point) {
    return point == U' ' || (point >= 0x09 && point <= 0x0D) || point == 0x3000;
}

// Blanks, and marks of no width: neither says anything in a summary.
static bool is_invisible(char32_t point) {
    return is_blank(point) || point == 0xA0 || (point >= 0x2000 && point <= 0x200F) ||
           point == 0x202F || point == 0x205F || point == 0x2060 || point == 0xFEFF;
}

std::size_t visible_code_point_count(std::string_view text) {
    std::size_t count = 0;
    while (!text.empty()) {
        const auto lead = static_cast<unsigned char>(text.front());
        if (lead >= 0xE4 && lead <= 0xE9 && text.size() >= 3 && is_continuation(text[1]) &&
            is_continuation(text[2])) {
            ++count;  // a Chinese character, nearly always
            text.remove_prefix(3);
            continue;
        }
        const Decoded decoded = decode_first(text);
        count += is_invisible(decoded.point) ? 0U : 1U;
        text.remove_prefix(decoded.length);
    }
    return count;
}

std::u32string to_code_points(std::string_view text) {
    std::u32string points;
    each_code_point(text, [&](const Decoded& decoded) { points.push_back(decoded.point); });
    return points;
}

static void append_utf8(std::string& text, char32_t point) {
    const auto append = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (!may_stand_in_text(point)) point = replacement;
    if (point < 0x80) {
        append(point);
    } else if (point < 0x800) {
        append(0xC0U | (point >> 6U));
        append(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        append(0xE0U | (point >> 12U));
        append(0x80U | ((point >> 6U) & 0x3FU));
        append(0x80U | (point & 0x3FU));
    } else {
        append(0xF0U | (point >> 18U));
        append(0x80U | ((point >> 12U) & 0x3FU));
        append(0x80U | ((point >> 6U) & 0x3FU));
        append(0x80U | (point & 0x3FU));
    }
}

std::string to_utf8(std::u32string_view points) {
    std::string text;
    for (const char32_t point : points) append_utf8(text, point);
    return text;
}

// How many bytes the blank at the end of the text takes; 0 when there is none.
static std::size_t blank_at_end(std::string_view text) {
    if (text.empty()) return 0;
    if (is_blank(static_cast<unsigned char>(text.back()))) return 1;
    return text.ends_with("\u3000") ? 3 : 0;
}

static std::size_t blank_at_start(std::string_view text) {
    if (text.empty()) return 0;
    if (is_blank(static_cast<unsigned char>(text.front()))) return 1;
    return text.starts_with("\u3000") ? 3 : 0;
}

std::string trim(std::string_view text) {
    while (const std::size_t length = blank_at_start(text)) text.remove_prefix(length);
    while (const std::size_t length = blank_at_end(text)) text.remove_suffix(length);
    return std::string{text};
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t end = text.find(separator); end != std::string_view::npos;
         end = text.find(separator)) {
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.emplace_back(text);
    return parts;
}

std::string half_width(std::string_view text) {
    std::string narrow;
    each_code_point(text, [&](const Decoded& decoded) {
        char32_t point = decoded.point;
        if (point >= 0xFF01 && point <= 0xFF5E)
            point -= 0xFEE0;  // ！…～ stand in the order of ASCII.
        if (point == 0x3000) point = U' ';
        if (point == 0x3002) point = U'.';  // 。 is what an input method makes of the point key.
        if (point == 0x2212) point = U'-';  // − the minus sign of other programs
        append_utf8(narrow, point);
    });
    return narrow;
}

std::string with_thousands(std::string_view plain_decimal) {
    const std::size_t first = plain_decimal.starts_with('-') ? 1 : 0;
    const std::size_t end = std::min(plain_decimal.find('.'), plain_decimal.size());
    std::string grouped{plain_decimal.substr(0, first)};
    for (std::size_t place = first; place < end; ++place) {
        if (place > first && (end - place) % 3 == 0) grouped.push_back(',');
        grouped.push_back(plain_decimal[place]);
    }
    grouped += plain_decimal.substr(end);
    return grouped;
}

}  // namespace zf
