#include "common/config/validate/entries.h"

namespace twinhelm::config
{

namespace
{

constexpr CatalogueEntry entry(std::string_view code, std::string_view title, std::string_view explanation,
                               std::string_view mend)
{
    return {code, title, explanation, mend, "", "", Place::File};
}

constexpr CatalogueEntry changes[] = {
    entry(
        "C0001", "Nodes that cannot be told apart",
        "A cluster's file has a condition for each node: 1 to 64 of them, each with a name of its own, without blanks.",
        "Give each file its node: merge lb01=a.conf lb02=b.conf."),
    entry("C0002", "A file that cannot be merged as it stands",
          "Braces, quotes or bytes of it leave open where a block ends, so nobody can say which lines belong together.",
          "Mend the place first; twinhelmctl repair and check show how."),
    entry("C0003", "Lines that no condition can hold",
          "Written as conditional lines, the file would say something else to its node. Nothing is merged then.",
          "Keep this node's file apart, or write the place in a plainer way."),
    entry("C0004", "Blocks in another order",
          "The order of these blocks means nothing to keepalived; they are written in the order of the first file.",
          "Nothing needs to be done."),
    entry("C0005", "An include that is not the same on all nodes",
          "Its line stays as a conditional line, and each node goes on reading its own file.",
          "Merge the included files as well if they shall be edited together."),
    entry("C0006", "An included file that differs",
          "The include line is shared, and the file behind it says something else on each node.",
          "Deploy the same file to all nodes, or give the line a condition."),
    entry("C0007", "Lines for a node that was not given",
          "The file has conditional lines for it already. They are kept.",
          "Give that node's file as well if the cluster has it."),
    entry("C0008", "Files that disagree about a node",
          "Several files have conditional lines for a node whose own file was not given, and say different things.",
          "Give that node's own file as well."),
    entry("E0001", "A value that cannot stand in the file",
          "Braces, quotes, comments or line ends in it would change what other lines mean.",
          "Put it in double quotes, or take the character out."),
    entry("E0002", "Nothing of that name", "The path leads to a block, keyword or entry that the file does not have.",
          "Look with get, or make it with add."),
    entry("E0003", "An unknown node", "The file has no condition for that node.",
          "Use a name that the file knows, or add the node to the cluster first."),
    entry("E0004", "An unknown keyword", "The block has no such keyword in keepalived.",
          "twinhelmctl keyword BLOCK/WORD shows what there is."),
    entry("E0005", "Several of that name", "The path fits more than one place, and each counts.",
          "Say which one: [#1] is the first."),
    entry(
        "E0006", "Something else depends on it",
        "The value comes from a definition that is used elsewhere, or is one; changing it here would change more than "
        "was asked for.",
        "Change the definition, or write the value where it stands (--in-place)."),
    entry("E0007", "It is there already", "Something of that name is in the file and says otherwise.",
          "Change it with set, or remove it with unset first."),
    entry("E0008", "A path that does not fit",
          "What the path names is of another kind: a value has no parts, a block no "
          "value.",
          "The message says what to write instead."),
    entry("E0009", "A place where no condition can stand",
          "keepalived's conditions name one node, or all but one, and count for a line.",
          "Put the entry on a line of its own, or edit it once for each node."),
};

} // namespace

std::span<const CatalogueEntry> changeEntries()
{
    return changes;
}

} // namespace twinhelm::config
