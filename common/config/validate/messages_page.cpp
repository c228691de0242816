#include <algorithm>

#include "common/config/validate/catalogue.h"

namespace twinhelm::config
{

namespace
{

std::string_view heading(std::string_view code)
{
    if (code.starts_with("K00"))
        return "How it is written";
    if (code.starts_with("K01"))
        return "Single values";
    if (code.starts_with("K02"))
        return "How values fit together on one node";
    if (code.starts_with("K03"))
        return "What this version of twinhelmd does not do";
    if (code.starts_with("K04"))
        return "How nodes fit together";
    if (code.starts_with("K05"))
        return "What happens when something fails";
    if (code.starts_with("K"))
        return "What other programs' files leave open";
    if (code.starts_with("C"))
        return "Merging files into a cluster's";
    return "Edits that are refused";
}

std::string_view placeText(Place place)
{
    switch (place) {
    case Place::File: return "";
    case Place::Global: return ", in `global_defs`";
    case Place::Instance: return ", in a `vrrp_instance`";
    case Place::Script: return ", in a `vrrp_script`";
    case Place::Service: return ", in a `virtual_server`";
    case Place::Server: return ", in a `real_server`";
    }
    return "";
}

void appendExample(std::string &page, std::string_view title, Place place, std::string_view example)
{
    if (example.empty())
        return;
    page.append(title).append(placeText(place)).append(":\n\n```\n").append(example);
    if (!example.ends_with('\n'))
        page += '\n';
    page += "```\n\n";
}

} // namespace

std::string messagesPage()
{
    std::string page = "# Messages about configurations\n\n"
                       "Every finding has a code that never changes its meaning; `twinhelmctl explain CODE` prints its "
                       "entry. This page is made\nfrom the catalogue the checks use: `TH_UPDATE_EXPECTED=1 ctest -R "
                       "validate.messages_page` writes it anew.\n\n"
                       "A comment line of `^` marks the place the finding is about.\n\n";
    std::string_view last;
    auto entries = catalogue(); // findings first, then what merging and editing say
    std::stable_partition(entries.begin(), entries.end(), [](const auto *one) { return one->code.front() == 'K'; });
    for (const auto *entry : entries) {
        if (const auto now = heading(entry->code); now != last) {
            page.append("## ").append(now).append("\n\n");
            last = now;
        }
        page.append("### ").append(entry->code).append(": ").append(entry->title).append("\n\n");
        page.append(entry->explanation).append("\n\n**Mend:** ").append(entry->mend).append("\n\n");
        appendExample(page, "Gets it", entry->place, entry->bad);
        appendExample(page, "Better", entry->place, entry->good);
    }
    while (page.ends_with("\n\n"))
        page.pop_back();
    return page;
}

} // namespace twinhelm::config
