#include <algorithm>
#include <array>

#include "characters.h"
#include "program.h"
#include "zhangfang/base/text.h"

namespace zf {

namespace {

using Operation = FormulaOperation;

enum class Builtin { round, absolute, smallest, largest, choice };

struct BuiltinName {
    std::string_view name;
    Builtin builtin;
    std::size_t arguments;  // 0: any number from 1 on
};

constexpr std::array<BuiltinName, 5> builtins{{
    {"round", Builtin::round, 2},
    {"abs", Builtin::absolute, 1},
    {"min", Builtin::smallest, 0},
    {"max", Builtin::largest, 0},
    {"if", Builtin::choice, 3},
}};

const BuiltinName* builtin_named(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    const auto found = std::find_if(builtins.begin(), builtins.end(),
                                    [&](const BuiltinName& each) { return each.name == name; });
    return found == builtins.end() ? nullptr : &*found;
}

Problem syntax(Message text) {
    return {.code = "formula.syntax", .text = std::move(text)};
}

std::int64_t shown(std::size_t position) {
    return static_cast<std::int64_t>(position);
}

// Reads by recursive descent, one function for each kind of phrase. A function that meets a fault
// notes it and answers false.
class FormulaParser {
public:
    explicit FormulaParser(std::string_view text)
        : written_{to_code_points(text)},
          points_{to_code_points(half_width(text))} {
        program_.text = to_utf8(written_);
    }

    Result<FormulaProgram> parse() {
        try {
            if (!whole()) return *fault_;
        } catch (const Overflow&) {
            return number_too_large(number_start_);
        }
        return std::move(program_);
    }

private:
    bool whole() {
        skip_blanks();
        if (at(U'=')) ++place_;
        skip_blanks();
        if (place_ == points_.size()) {
            return refuse({"The formula is empty. Type a number or a formula such as 12.5*8+3."});
        }
        if (!expression()) return false;
        return place_ == points_.size() || refuse_character();
    }

    bool expression() {
        constexpr int depth_max = 100;
        if (depth_ == depth_max) {
            return refuse({"The formula has more than {0} brackets inside each other. Simplify it.",
                           {std::int64_t{depth_max}}});
        }
        ++depth_;
        const bool read = comparison();
        --depth_;
        return read;
    }

    bool comparison() {
        if (!sum()) return false;
        const std::size_t position = place_ + 1;
        const std::optional<Operation> operation = take_comparison();
        if (!operation) return true;
        if (!sum()) return false;
        emit(*operation, position);
        return true;
    }

    std::optional<Operation> take_comparison() {
        struct Sign {
            std::u32string_view text;
            Operation operation;
        };
        constexpr std::array<Sign, 10> signs{{
            // Longer signs first, since < begins three of them.
            {U"<>", Operation::not_equal},
            {U"!=", Operation::not_equal},
            {U"≠", Operation::not_equal},
            {U"<=", Operation::less_or_equal},
            {U"≤", Operation::less_or_equal},
            {U">=", Operation::greater_or_equal},
            {U"≥", Operation::greater_or_equal},
            {U"<", Operation::less},
            {U">", Operation::greater},
            {U"=", Operation::equal},
        }};
        for (const Sign& sign : signs) {
            if (!rest().starts_with(sign.text)) continue;
            place_ += sign.text.size();
            return sign.operation;
        }
        return std::nullopt;
    }

    bool sum() {
        if (!product()) return false;
        while (at(U'+') || at(U'-')) {
            const Operation operation = at(U'+') ? Operation::add : Operation::subtract;
            const std::size_t position = ++place_;
            if (!product()) return false;
            emit(operation, position);
        }
        return true;
    }

    bool product() {
        if (!signed_value()) return false;
        while (at(U'*') || at(U'×') || at(U'/') || at(U'÷')) {
            const bool times = at(U'*') || at(U'×');
            const std::size_t position = ++place_;
            if (!signed_value()) return false;
            emit(times ? Operation::multiply : Operation::divide, position);
        }
        return true;
    }

    bool signed_value() {
        bool negative = false;
        skip_blanks();
        const std::size_t position = place_ + 1;
        for (; at(U'+') || at(U'-'); skip_blanks()) negative ^= points_[place_++] == U'-';
        if (!value()) return false;
        skip_blanks();
        for (; at(U'%'); skip_blanks()) {
            emit_number(Rational::of(1, 100), ++place_);
            emit(Operation::multiply, place_);
        }
        if (negative) emit(Operation::negate, position);
        return true;
    }

    bool value() {
        if (place_ == points_.size()) {
            return refuse({"The formula ends where a number or a name is missing. Complete it."});
        }
        const char32_t point = points_[place_];
        if (is_digit(point) || point == U'.') return number();
        if (is_letter(point)) return name_or_call();
        if (point != U'(') return refuse_character();

        const std::size_t opened = ++place_;
        return expression() && close(opened);
    }

    bool number() {
        number_start_ = place_ + 1;
        const std::u32string whole_digits = take_whole_digits();
        std::u32string decimals;
        if (at(U'.')) {
            ++place_;
            decimals = take_digits();
            if (decimals.empty()) return refuse_character();
        }

        Rational number;
        Rational scale = Rational::of(1);
        for (const char32_t digit : whole_digits + decimals) {
            number = number * Rational::of(10) + Rational::of(digit - U'0');
        }
        for (std::size_t count = 0; count < decimals.size(); ++count) {
            scale = scale * Rational::of(10);
        }
        emit_number(number / scale, number_start_);
        return true;
    }

    std::u32string take_digits() {
        std::u32string digits;
        while (place_ < points_.size() && is_digit(points_[place_])) digits += points_[place_++];
        return digits;
    }

    // Between the brackets of a function a comma parts its values, elsewhere thousands.
    std::u32string take_whole_digits() {
        std::u32string digits = take_digits();
        if (functions_open_ > 0 || digits.empty() || digits.size() > 3 || digits.front() == U'0') {
            return digits;
        }
        while (group_of_thousands_follows()) {
            ++place_;
            digits += take_digits();
        }
        return digits;
    }

    bool group_of_thousands_follows() const {
        const std::u32string_view ahead = std::u32string_view{points_}.substr(place_, 5);
        return ahead.size() >= 4 && ahead[0] == U',' &&
               std::all_of(ahead.begin() + 1, ahead.begin() + 4, is_digit) &&
               (ahead.size() == 4 || !is_digit(ahead[4]));
    }

    bool name_or_call() {
        const std::size_t start = place_;
        while (place_ < points_.size() && (is_letter(points_[place_]) || is_digit(points_[place_])))
            ++place_;
        const std::string name = to_utf8(
            std::u32string_view{points_}.substr(start, place_ - start));

        skip_blanks();
        if (!at(U'(')) {
            emit_name(name, start + 1);
            return true;
        }
        ++place_;
        if (const BuiltinName* const builtin = builtin_named(name)) {
            return builtin_call(*builtin, start + 1, place_);
        }
        return foreign_call(name, start + 1, place_);
    }

    bool builtin_call(const BuiltinName& function, std::size_t position, std::size_t opened) {
        std::size_t count = 0;
        std::array<std::size_t, 2> skips{};  // of if(): over its first, over its second side
        ++functions_open_;
        skip_blanks();
        while (!at(U')') || count > 0) {
            if (!expression()) return false;
            ++count;
            if (count > 1 && function.builtin == Builtin::smallest)
                emit(Operation::smaller, position);
            if (count > 1 && function.builtin == Builtin::largest)
                emit(Operation::larger, position);
            if (count <= 2 && function.builtin == Builtin::choice) {
                skips[count - 1] = program_.steps.size();
                emit(count == 1 ? Operation::skip_if_zero : Operation::skip, position);
                if (count == 2) program_.steps[skips[0]].operand = program_.steps.size();
            }
            if (!at(U',')) break;
            ++place_;
        }
        --functions_open_;
        if (!close(opened)) return false;
        if (count == 0 || (function.arguments != 0 && count != function.arguments)) {
            return refuse_count(function, position, count);
        }

        if (function.builtin == Builtin::round) emit(Operation::round, position);
        if (function.builtin == Builtin::absolute) emit(Operation::absolute, position);
        if (function.builtin == Builtin::choice) {
            program_.steps[skips[1]].operand = program_.steps.size();
        }
        return true;
    }

    // The values of a foreign call are not formulas (1001:1012, Y0): they are handed on as written.
    bool foreign_call(const std::string& name, std::size_t position, std::size_t opened) {
        FormulaCall call{.name = name, .position = position};
        std::u32string argument;
        int inner_brackets = 0;
        for (; place_ < points_.size(); ++place_) {
            const char32_t point = points_[place_];
            if (is_quote(point)) {
                if (!quoted(argument)) return false;
                continue;
            }
            if (inner_brackets == 0 && (point == U',' || point == U')')) {
                call.arguments.push_back(trim(to_utf8(argument)));
                argument.clear();
                if (point == U',') continue;
                break;
            }
            inner_brackets += point == U'(' ? 1 : point == U')' ? -1 : 0;
            argument += point;
        }
        if (call.arguments == std::vector<std::string>{""}) call.arguments.clear();  // RJ()
        if (!close(opened)) return false;
        emit(Operation::call, position, program_.calls.size());
        program_.calls.push_back(std::move(call));
        return true;
    }

    static bool is_quote(char32_t point) { return point == U'"' || point == U'“' || point == U'”'; }

    // What stands between quotation marks keeps its full-width characters.
    bool quoted(std::u32string& argument) {
        const std::size_t opened = place_++;
        while (place_ < points_.size() && !is_quote(points_[place_]))
            argument += written_[place_++];
        if (place_ < points_.size()) return true;
        return refuse(
            {"The quotation mark at character {0} of the formula is not closed. Close it.",
             {shown(opened + 1)}});
    }

    // Takes the closing bracket; opened is the position of its fellow.
    bool close(std::size_t opened) {
        if (at(U')')) {
            ++place_;
            return true;
        }
        if (place_ < points_.size()) return refuse_character();
        return refuse({"The bracket at character {0} of the formula is not closed. Close it.",
                       {shown(opened)}});
    }

    bool refuse(Message text) {
        fault_ = syntax(std::move(text));
        return false;
    }

    bool refuse_character() {
        if (place_ == points_.size()) {
            return refuse({"The formula ends where a number or a name is missing. Complete it."});
        }
        return refuse({"Character {0} of the formula, \"{1}\", does not fit there. Correct it.",
                       {shown(place_ + 1), to_utf8({&written_[place_], 1})}});
    }

    bool refuse_count(const BuiltinName& function, std::size_t position, std::size_t count) {
        Message text{"The function {0} at character {1} of the formula needs at least one value.",
                     {std::string{function.name}, shown(position)}};
        if (function.arguments != 0) {
            text.id = "The function {0} at character {1} of the formula takes {2} values and has "
                      "{3}. Correct it.";
            text.arguments.emplace_back(shown(function.arguments));
            text.arguments.emplace_back(shown(count));
        }
        fault_ = Problem{.code = "formula.arguments", .text = std::move(text)};
        return false;
    }

    void emit(Operation operation, std::size_t position, std::size_t operand = 0) {
        program_.steps.push_back({operation, position, operand});
    }
    void emit_number(const Rational& number, std::size_t position) {
        emit(Operation::number, position, program_.numbers.size());
        program_.numbers.push_back(number);
    }
    void emit_name(const std::string& name, std::size_t position) {
        const auto known = std::find(program_.names.begin(), program_.names.end(), name);
        emit(Operation::name, position, static_cast<std::size_t>(known - program_.names.begin()));
        if (known == program_.names.end()) program_.names.push_back(name);
    }

    std::u32string_view rest() const { return std::u32string_view{points_}.substr(place_); }
    bool at(char32_t point) const { return place_ < points_.size() && points_[place_] == point; }
    void skip_blanks() {
        while (place_ < points_.size() && is_blank(points_[place_])) ++place_;
    }

    std::u32string written_;  // for quotations
    std::u32string points_;   // the same characters in half width
    std::size_t place_ = 0;
    std::size_t number_start_ = 0;
    int depth_ = 0;
    int functions_open_ = 0;
    FormulaProgram program_;
    std::optional<Problem> fault_;
};

}  // namespace

Result<FormulaProgram> parse_program(std::string_view text) {
    return FormulaParser{text}.parse();
}

Problem number_too_large(std::size_t position) {
    return {.code = "formula.too_large",
            .text = {"The number at character {0} of the formula has too many digits to be exact. "
                     "Nothing was calculated; use smaller numbers or round() in between.",
                     {shown(position)}}};
}

}  // namespace zf
