#include "gui/widgets/dialogs/dialog_prompter.h"

#include <QFileInfo>

#include "gui/widgets/dialogs/host_key_dialog.h"
#include "gui/widgets/dialogs/secret_dialog.h"

namespace twinhelm::desk
{

void DialogPrompter::askPassword(const PasswordQuestion &question, TextAnswer answer)
{
    const QString again = question.attempt > 1 ? tr("The previous answer was wrong. ") : QString();
    auto *dialog = new SecretDialog({tr("Log in to %1").arg(question.host),
                                     again + tr("%1 asks user %2:").arg(question.host, question.user), question.prompt,
                                     question.echo},
                                    std::move(answer), window_);
    dialog->open();
}

void DialogPrompter::askPassphrase(const PassphraseQuestion &question, TextAnswer answer)
{
    const QString again = question.attempt > 1 ? tr("The previous answer was wrong. ") : QString();
    auto *dialog = new SecretDialog({tr("Unlock your key"),
                                     again + tr("%1 is protected. It is needed to log in to %2.")
                                                 .arg(QFileInfo(question.keyFile).fileName(), question.host),
                                     tr("Passphrase"), false},
                                    std::move(answer), window_);
    dialog->open();
}

void DialogPrompter::confirmUnknownHost(const UnknownHostKey &key, YesNoAnswer answer)
{
    (new UnknownHostDialog(key, std::move(answer), window_))->open();
}

void DialogPrompter::hostKeyChanged(const ChangedHostKey &key)
{
    (new ChangedHostDialog(key, window_))->open();
}

} // namespace twinhelm::desk
