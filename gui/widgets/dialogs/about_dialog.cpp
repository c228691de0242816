#include "gui/widgets/dialogs/about_dialog.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/parts.h"

namespace twinhelm::desk
{

AboutDialog::AboutDialog(QWidget *parent)
    : DialogFrame(tr("Twinhelm %1").arg(QStringLiteral(TWINHELM_VERSION)),
                  tr("A desktop console and a node engine for Linux load-balancer pairs."), parent)
{
    content()->addWidget(parts::body(tr("One keepalived.conf for both nodes, deployed over SSH, watched live. The "
                                        "files it writes are read by stock keepalived as they are.")));
    connect(addPrimary(tr("&Close"), QString(), names::acceptButton), &QPushButton::clicked, this, &QDialog::accept);
    setMinimumWidth(460);
}

} // namespace twinhelm::desk
