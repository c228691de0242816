#include "common/config/validate/catalogue.h"

#include <algorithm>

#include "common/cluster/rules/rules.h"
#include "common/config/validate/entries.h"
#include "common/config/validate/rules/rules.h"

namespace twinhelm::config
{

namespace
{

std::vector<const CatalogueEntry *> collect()
{
    std::vector<const CatalogueEntry *> all;
    for (const auto entries : {writingEntries(), valueEntries(), gapEntries(), importEntries(), changeEntries()}) {
        for (const auto &entry : entries)
            all.push_back(&entry);
    }
    for (const auto *rule : rules::all())
        all.push_back(&rule->entry);
    for (const auto *rule : cluster::rules::all()) // between nodes
        all.push_back(&rule->entry);
    std::sort(all.begin(), all.end(), [](const auto *a, const auto *b) { return a->code < b->code; });
    return all;
}

} // namespace

const CatalogueEntry *explain(std::string_view code)
{
    static const auto all = collect();
    const auto found = std::lower_bound(
        all.begin(), all.end(), code, [](const auto *entry, std::string_view wanted) { return entry->code < wanted; });
    return found != all.end() && (*found)->code == code ? *found : nullptr;
}

std::vector<const CatalogueEntry *> catalogue()
{
    return collect();
}

} // namespace twinhelm::config
