#include "common/config/model/blocks.h"
#include "common/config/model/build.h"
#include "common/config/model/word_cursor.h"
#include "common/config/schema/names.h"

// garp_group, interface_up_down_delays, linkbeat_interfaces.
namespace twinhelm::config::model
{

namespace names = schema::names;

const FieldTable<GarpGroup> &garpGroupFields()
{
    using S = GarpGroup;
    static const FieldTable<S> table(names::garpGroup, {
                                                           field<&S::garpInterval>(names::garpInterval),
                                                           field<&S::gnaInterval>(names::gnaInterval),
                                                           {names::interface,
                                                            [](S &s, const Statement &from) {
                                                                if (const auto *word = from.argument())
                                                                    s.interfaces.emplace_back(std::string(word->text),
                                                                                              word->range);
                                                            },
                                                            nullptr},
                                                           list<&S::interfaces>(names::interfaces),
                                                       });
    return table;
}

GarpGroup readGarpGroup(const Statement &block)
{
    GarpGroup group;
    group.range = block.line().range();
    garpGroupFields().readAll(group, block);
    return group;
}

std::optional<InterfaceDelay> readInterfaceDelay(const Statement &entry)
{
    InterfaceDelay delay;
    delay.range = entry.line().range();
    WordCursor words(entry.words);
    words.take(delay.interface);
    words.takeParsed(delay.down, [](auto text) { return readSeconds(text); });
    words.takeParsed(delay.up, [](auto text) { return readSeconds(text); });
    return delay.down.given ? std::optional(delay) : std::nullopt;
}

std::optional<LinkbeatInterface> readLinkbeatInterface(const Statement &entry)
{
    LinkbeatInterface interface;
    interface.range = entry.line().range();
    WordCursor words(entry.words);
    words.take(interface.interface);
    words.take(interface.method);
    return interface;
}

Item entryOf(const InterfaceDelay &delay)
{
    Item item{.form = Item::Form::Entry,
              .terms = {keyed(names::interface, term(*delay.interface)), keyed("down", term(*delay.down))}};
    if (delay.up.given && *delay.up != *delay.down)
        item.terms.push_back(keyed("up", term(*delay.up)));
    return item;
}

Item entryOf(const LinkbeatInterface &interface)
{
    Item item{.form = Item::Form::Entry, .terms = {keyed(names::interface, term(*interface.interface))}};
    if (interface.method.given)
        item.terms.push_back(keyed("method", term(*interface.method)));
    return item;
}

} // namespace twinhelm::config::model
