#pragma once

#include "gui/widgets/dialogs/dialog_frame.h"

namespace twinhelm::desk
{

class AboutDialog : public DialogFrame
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};

} // namespace twinhelm::desk
