#pragma once

#include "gui/core/ssh/prompter.h"
#include "gui/widgets/dialogs/dialog_frame.h"

namespace twinhelm::desk
{

/// Asks for a password, a code or a passphrase.
class SecretDialog : public DialogFrame
{
    Q_OBJECT

public:
    struct Question {
        QString heading;
        QString sentence;
        QString caption;
        bool echo = false;
    };

    SecretDialog(const Question &question, Prompter::TextAnswer answer, QWidget *parent);
};

} // namespace twinhelm::desk
