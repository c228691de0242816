#pragma once

#include "gui/core/ssh/prompter.h"
#include "gui/widgets/dialogs/dialog_frame.h"

namespace twinhelm::desk
{

/// Shows the key of a host nobody here has seen before, and asks whether it is the right one.
class UnknownHostDialog : public DialogFrame
{
    Q_OBJECT

public:
    UnknownHostDialog(const UnknownHostKey &key, Prompter::YesNoAnswer answer, QWidget *parent);
};

/// Tells that a host shows another key than before. Nothing was sent to it, and there is no way on from here.
class ChangedHostDialog : public DialogFrame
{
    Q_OBJECT

public:
    ChangedHostDialog(const ChangedHostKey &key, QWidget *parent);
};

} // namespace twinhelm::desk
