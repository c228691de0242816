#include "common/config/model/announce_fields.h"

#include "common/config/model/read_value.h"

namespace twinhelm::config::model
{

void takeExtraInterfaces(Announce &announce, const Statement &statement)
{
    const auto *word = statement.argument();
    announce.extraAll = word && word->text == schema::names::all;
    if (announce.extraAll)
        word = statement.argument(2);
    if (const auto time = word ? readSeconds(word->text) : std::nullopt)
        announce.extraInterfaces.set(*time, word->range);
}

void showExtraInterfaces(const Announce &announce, std::string_view name, Outline &out)
{
    if (!announce.extraInterfaces.given)
        return;
    showFlag(out, name, true);
    if (announce.extraAll)
        out.back().terms.push_back(flagTerm(schema::names::all));
    out.back().terms.push_back(keyed("seconds", term(*announce.extraInterfaces)));
}

} // namespace twinhelm::config::model
