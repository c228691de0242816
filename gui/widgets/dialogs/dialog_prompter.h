#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QWidget>

#include "gui/core/ssh/prompter.h"

namespace twinhelm::desk
{

/// Asks the person in front of the window. Unknown and changed host keys are different dialogs; to a changed key there
/// is no "yes". Threading: the GUI thread. Dialogs do not block; closing one counts as "no".
class DialogPrompter : public Prompter
{
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::DialogPrompter)

public:
    explicit DialogPrompter(QWidget *window) : window_(window) {}

    void askPassword(const PasswordQuestion &question, TextAnswer answer) override;
    void askPassphrase(const PassphraseQuestion &question, TextAnswer answer) override;
    void confirmUnknownHost(const UnknownHostKey &key, YesNoAnswer answer) override;
    void hostKeyChanged(const ChangedHostKey &key) override;

private:
    QPointer<QWidget> window_;
};

} // namespace twinhelm::desk
