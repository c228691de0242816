#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// May a script be run? Pure, over what a view of the file system says (keepalived: check_script_secure).
namespace twinhelm::scripts
{

/// What lstat() says, of one path.
struct FileFacts {
    enum class Kind : std::uint8_t { Regular, Folder, Link, Other };
    Kind kind = Kind::Regular;
    std::uint32_t owner = 0;
    std::uint32_t group = 0;
    unsigned mode = 0755; ///< permission bits, with the sticky one
    std::string target{}; ///< of a link
};

class FileView
{
public:
    virtual ~FileView() = default;
    /// Nothing: there is no such file, or nobody may look.
    [[nodiscard]] virtual std::optional<FileFacts> look(const std::string &path) const = 0;
};

/// Whom the script runs as.
struct RunsAs {
    std::uint32_t user = 0;
    std::vector<std::uint32_t> groups{0};
};

struct Verdict {
    enum class Kind : std::uint8_t {
        Fine,
        Missing,
        NotExecutable,
        Insecure, ///< root would run what others can change; only with enable_script_security a reason not to run it
    };
    Kind kind = Kind::Fine;
    std::string component; ///< the part of the path that is to blame
    std::string what;      ///< a sentence
    std::string mend;
};

/// Looks at every part of the path, following links. Insecure is said only of scripts that root runs: a part that
/// belongs to another user, or that others may write to. Folders with the sticky bit are excepted (keepalived).
[[nodiscard]] Verdict checkScript(const std::string &path, const RunsAs &as, const FileView &files);

/// The full path of a program: as written when there is a slash in it, else the first that can be found where
/// programs lie. Nothing: there is none.
[[nodiscard]] std::optional<std::string> findProgram(const std::string &name, const FileView &files);

} // namespace twinhelm::scripts
