#include "common/config/repair/repair.h"

#include <algorithm>

#include "common/config/repair/foreign_characters.h"
#include "common/config/repair/page_residue.h"
#include "common/config/repair/structure_repair.h"
#include "common/config/repair/text_kind.h"
#include "common/config/schema/schema.h"

namespace twinhelm::config
{

std::string_view changeName(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::PageText: return "page text";
    case ChangeKind::Character: return "character";
    case ChangeKind::LineBreak: return "line break";
    case ChangeKind::Brace: return "brace";
    case ChangeKind::Comment: return "comment";
    case ChangeKind::Spelling: return "spelling";
    case ChangeKind::Meaning: return "meaning";
    }
    return "?";
}

bool RepairResult::changed() const
{
    return std::any_of(changes.begin(), changes.end(), [](const auto &one) { return one.applied; });
}

std::size_t RepairResult::openQuestions() const
{
    return static_cast<std::size_t>(
        std::count_if(changes.begin(), changes.end(), [](const auto &one) { return !one.applied; }));
}

RepairResult repair(std::string_view text, RepairOptions options)
{
    RepairResult out;
    out.text = text;
    if (text.size() >= 0xffffffff) { // beyond what a range can say
        out.kind = TextKind::Other;
        return out;
    }
    if (looksLikeScript(text)) {
        out.kind = TextKind::ShellScript;
        return out;
    }
    PatchedText patched(text, options.applyUncertain);
    removePageResidue(patched);
    repairCharacters(patched);
    const auto judged = judgeText(patched.text());
    out.kind = judged.kind;
    if (judged.block) {
        StructureRepair(patched, *judged.block).run();
        askAboutCopies(patched);
        out.text = patched.text();
        out.changes = patched.changes();
    }
    return out;
}

} // namespace twinhelm::config
