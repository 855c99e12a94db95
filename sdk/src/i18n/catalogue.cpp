#include "zhangfang/i18n/catalogue.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "i18n/mo_file.h"
#include "zhangfang/base/text.h"

namespace zf {
namespace {

constexpr std::string_view list_separator = ", ";

// "{0} of {1}" with the n-th written argument in place of {n}; a number without an argument stays
// as it is.
std::string filled(std::string_view sentence, const std::vector<std::string>& arguments) {
    std::string result;
    while (!sentence.empty()) {
        const std::size_t brace = sentence.find('{');
        result += sentence.substr(0, brace);
        if (brace == std::string_view::npos) break;
        sentence.remove_prefix(brace);
        const bool is_place = sentence.size() > 2 && sentence[2] == '}' && sentence[1] >= '0' &&
                              sentence[1] <= '9';
        const std::size_t index = is_place ? static_cast<std::size_t>(sentence[1] - '0')
                                           : arguments.size();
        const std::size_t used = index < arguments.size() ? 3 : 1;
        result += used == 3 ? std::string_view{arguments[index]} : sentence.substr(0, 1);
        sentence.remove_prefix(used);
    }
    return result;
}

struct ArgumentWriter {
    const Catalogue& catalogue;

    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(Money amount) const { return with_thousands(amount.text()); }
    std::string operator()(Quantity quantity) const { return with_thousands(quantity.text()); }
    std::string operator()(Price price) const { return with_thousands(price.text()); }
    std::string operator()(Rate rate) const { return rate.text(); }
    std::string operator()(Date date) const { return date.iso(); }
    std::string operator()(Month month) const { return month.iso(); }
    std::string operator()(const std::string& text) const {
        if (catalogue.has(text) || text.find(list_separator) == std::string::npos)
            return catalogue.text(text);
        return list(text);
    }

private:
    std::string list(std::string_view joined) const {
        std::string result;
        for (std::string_view rest = joined;;) {
            const std::size_t end = rest.find(list_separator);
            const std::string_view item = rest.substr(0, end);
            if (!catalogue.has(item)) return std::string{joined};
            result += catalogue.text(item);
            if (end == std::string_view::npos) return result;
            result += catalogue.text(list_separator);
            rest.remove_prefix(end + list_separator.size());
        }
    }
};

}  // namespace

Catalogue::Catalogue(std::string language) : language_{std::move(language)} {}

bool Catalogue::add_file(const std::string& path) {
    std::error_code no_file;
    const auto size = std::filesystem::file_size(path, no_file);
    if (no_file) return false;
    std::string bytes(size, '\0');
    std::ifstream file{path, std::ios::binary};
    if (!file.read(bytes.data(), static_cast<std::streamsize>(size))) return false;
    auto next = entries_.begin();  // a file is in the order of its ids
    return i18n::read_mo(bytes, [&](std::string_view id, std::string_view text) {
        if (id.empty() || text.empty()) return;
        next = std::next(entries_.insert_or_assign(next, std::string{id}, std::string{text}));
    });
}

bool Catalogue::has(std::string_view id) const {
    return entries_.find(id) != entries_.end();
}

std::string Catalogue::text(std::string_view id) const {
    const auto found = entries_.find(id);
    return found == entries_.end() ? std::string{id} : found->second;
}

std::string Catalogue::text(const Message& message) const {
    std::vector<std::string> arguments;
    for (const Argument& argument : message.arguments) arguments.push_back(written(argument));
    return filled(text(std::string_view{message.id}), arguments);
}

std::string Catalogue::written(const Argument& argument) const {
    return std::visit(ArgumentWriter{*this}, argument);
}

Catalogue load_catalogue(const std::string& language, const std::filesystem::path& folder) {
    Catalogue catalogue{language};
    std::error_code absent;
    std::vector<std::filesystem::path> files;
    for (const auto& each :
         std::filesystem::directory_iterator{folder / language / "LC_MESSAGES", absent})
        if (each.path().extension() == ".mo") files.push_back(each.path());
    std::sort(files.begin(), files.end());
    for (const auto& each : files) catalogue.add_file(each.string());
    return catalogue;
}

std::string language_for_locale(std::string_view locale_name) {
    if (!locale_name.starts_with("zh")) return "en";
    const std::string_view region = locale_name.substr(0, locale_name.find_first_of(".@"));
    for (const std::string_view traditional : {"TW", "HK", "MO", "Hant"})
        if (region.find(traditional) != std::string_view::npos) return "zh_TW";
    return "zh_CN";
}

}  // namespace zf
