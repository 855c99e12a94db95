#include "zhangfang/model/message_value.h"

#include <type_traits>

namespace zf {
namespace {

struct ArgumentMaker {
    template <class Content>
    std::optional<Argument> operator()(const Content& content) const {
        constexpr bool is_argument = std::is_constructible_v<Argument, Content> &&
                                     !std::is_same_v<Content, bool>;
        if constexpr (is_argument)
            return Argument{content};
        else
            return std::nullopt;
    }
};

}  // namespace

Value message_value(const Message& message) {
    List arguments;
    for (const Argument& each : message.arguments)
        arguments.push_back(std::visit([](const auto& content) { return Value{content}; }, each));
    return Record{{"id", message.id}, {"arguments", std::move(arguments)}};
}

std::optional<Message> message_in(const Value& value) {
    const auto* record = value.if_a<Record>();
    if (record == nullptr || record->size() != 2) return std::nullopt;
    const auto* id = record->get("id").if_a<std::string>();
    const auto* arguments = record->get("arguments").if_a<List>();
    if (id == nullptr || arguments == nullptr) return std::nullopt;
    Message message{.id = *id};
    for (const Value& each : *arguments) {
        auto argument = std::visit(ArgumentMaker{}, each.content());
        if (!argument) return std::nullopt;
        message.arguments.push_back(*std::move(argument));
    }
    return message;
}

}  // namespace zf
