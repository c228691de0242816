#pragma once

#include <string_view>
#include <vector>

namespace twinhelm::config
{

/// A line of a text that came from a page or a terminal; without its line end.
struct PageLine {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t next = 0; ///< where the next line begins
    std::string_view text;
    std::string_view trimmed; ///< without blanks of any kind on either side
};

[[nodiscard]] std::vector<PageLine> pageLines(std::string_view text);

/// Length of a shell prompt at the start of a trimmed line, with the blanks behind it: "[root@lb01 ~]# ",
/// "root@lb01:~$ ", "$ "; 0 when there is none. "# " alone is a comment.
[[nodiscard]] std::size_t promptLength(std::string_view line);

/// Whether a line is a command that shows, edits or writes a configuration file: cat, vi, tee, ... with a path.
[[nodiscard]] bool isFileCommand(std::string_view line);

/// The word that ends a here-document (cat > FILE <<EOF); empty when the line begins none.
[[nodiscard]] std::string_view hereDocumentEnd(std::string_view line);

/// Whether the header of a block of the top level stands at `at`: "global_defs {", "vrrp_instance NAME {".
[[nodiscard]] bool beginsTopLevelBlock(std::string_view text, std::size_t at);

/// The first place from `from` on where one stands; npos when there is none.
[[nodiscard]] std::size_t findTopLevelBlock(std::string_view text, std::size_t from = 0);

} // namespace twinhelm::config
