#include "common/config/model/blocks.h"
#include "common/config/model/build.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

const FieldTable<VrrpScript> &vrrpScriptFields()
{
    using S = VrrpScript;
    static const FieldTable<S> table(
        names::vrrpScript,
        {
            inherited<&S::command>(names::script),
            field<&S::interval>(names::interval),
            inherited<&S::timeout>(names::timeout),
            {names::weight, [](S &s, const Statement &from) { takeWeight(s.weight, s.reverse, from); },
             [](const S &s, std::string_view name, Outline &out) { showWeight(out, name, s.weight, *s.reverse); }},
            field<&S::rise>(names::rise),
            field<&S::fall>(names::fall),
            {names::user, [](S &s, const Statement &from) { takeUser(s.user, s.group, from); },
             [](const S &s, std::string_view name, Outline &out) { showUser(out, name, s.user, s.group); }},
            flag<&S::startFailed>(names::initFail),
        });
    return table;
}

VrrpScript readVrrpScript(const Statement &block)
{
    VrrpScript script;
    script.range = block.line().range();
    take(script.name, block);
    vrrpScriptFields().readAll(script, block);
    return script;
}

} // namespace twinhelm::config::model
