#include <array>

#include "common/config/model/read_service.h"
#include "common/config/model/word_cursor.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

using F = Forwarding;

constexpr ChoiceWords<F::Method, 3> methods{
    {{names::nat, F::Method::Nat}, {names::direct, F::Method::Direct}, {names::tunnel, F::Method::Tunnel}}};
constexpr ChoiceWords<F::Tunnel, 3> tunnels{
    {{names::ipip, F::Tunnel::Ipip}, {names::gue, F::Tunnel::Gue}, {names::gre, F::Tunnel::Gre}}};
constexpr ChoiceWords<F::Checksum, 3> checksums{
    {{names::nocsum, F::Checksum::None}, {names::csum, F::Checksum::Checksum}, {names::remcsum, F::Checksum::Remote}}};

template<typename E, std::size_t N>
bool skipChoice(E &value, const ChoiceWords<E, N> &choices, WordCursor &words)
{
    for (const auto &[text, meaning] : choices) {
        if (words.skip(text)) {
            value = meaning;
            return true;
        }
    }
    return false;
}

} // namespace

void takeForwarding(Value<Forwarding> &value, const Statement &statement)
{
    if (!statement.argument())
        return;
    Forwarding forwarding;
    WordCursor words(statement.words.subspan(1));
    if (!skipChoice(forwarding.method, methods, words))
        return;
    while (!words.atEnd()) {
        if (words.skip(names::type)) {
            skipChoice(forwarding.tunnel, tunnels, words);
        } else if (words.skip(names::port)) {
            Value<unsigned> port;
            words.take(port, 0xffff);
            forwarding.port = static_cast<std::uint16_t>(*port);
        } else if (!skipChoice(forwarding.checksum, checksums, words)) {
            words.advance();
        }
    }
    value.set(forwarding, statement.words[1].range);
}

void showForwarding(Outline &out, std::string_view name, const Value<Forwarding> &value)
{
    if (!value.given)
        return;
    show(out, name, {keyed("method", term(std::string(wordFor(methods, value->method))))});
    auto &terms = out.back().terms;
    if (value->tunnel != F::Tunnel::Ipip)
        terms.push_back(named(names::type, term(std::string(wordFor(tunnels, value->tunnel)))));
    if (value->port != 0)
        terms.push_back(named(names::port, term(value->port)));
    if (value->checksum != F::Checksum::None)
        terms.push_back(flagTerm(wordFor(checksums, value->checksum)));
}

void takeServer(Value<IpAddress> &address, Value<std::uint16_t> &port, Words words)
{
    WordCursor cursor(words);
    cursor.take(address);
    if (cursor.atEnd())
        return;
    Value<unsigned> number;
    cursor.take(number, 0xffff);
    if (number.given)
        port.set(static_cast<std::uint16_t>(*number), number.range);
}

} // namespace twinhelm::config::model
