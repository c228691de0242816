#pragma once

#include <memory>

#include "gui/widgets/shell/app_context.h"

class QCoreApplication;

namespace twinhelm::desk
{

/// The real services behind the window: SSH, the site CA, the desk's folder.
class Services
{
public:
    /// `sshDir` holds ssh_config, known_hosts and default keys; empty: ~/.ssh.
    explicit Services(const QString &configHome, const QString &sshDir = {});
    ~Services();

    [[nodiscard]] AppContext context();

private:
    struct Parts;
    std::shared_ptr<Parts> parts_; ///< shared with the functions of the context
};

/// The texts of the person's language, when there is a translation; English otherwise.
void installTranslations(QCoreApplication &app);

} // namespace twinhelm::desk
