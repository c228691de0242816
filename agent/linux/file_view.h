#pragma once

#include "common/scripts/script_security.h"

namespace twinhelm::agent
{

/// The file system of this machine, as scripts::checkScript() wants to see it.
class SystemFileView final : public scripts::FileView
{
public:
    [[nodiscard]] std::optional<scripts::FileFacts> look(const std::string &path) const override;
};

} // namespace twinhelm::agent
