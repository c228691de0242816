#include "gui/widgets/dialogs/node_dialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "gui/core/base/background.h"
#include "gui/core/base/qt_text.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

NodeDialog::NodeDialog(const SiteNode &node, Services services, QWidget *parent)
    : DialogFrame(node.name.isEmpty() ? tr("Add a node") : tr("Node %1").arg(node.name),
                  tr("How this desk reaches the balancer. Empty fields are taken from your ssh_config. Enrolling gives "
                     "the node a certificate of this site over the verified SSH connection."),
                  parent),
      node_(node), services_(std::move(services)), result_(parts::body(QString()))
{
    setObjectName(QLatin1String(names::nodeDialog));
    setMinimumWidth(620);
    result_->setObjectName(QLatin1String(names::nodeResult));
    content()->addWidget(makeReach());
    content()->addWidget(result_);
    content()->addStretch();
    test_ = addButton(tr("&Test connection"), QStringLiteral("connect"), names::nodeTestButton);
    enrol_ = addButton(tr("&Enrol"), QStringLiteral("key"), names::nodeEnrolButton);
    connect(addButton(tr("&Close"), QString(), names::rejectButton), &QPushButton::clicked, this, &QDialog::reject);
    save_ = addPrimary(tr("&Save"), QStringLiteral("save"), names::nodeSaveButton);
    connect(test_, &QPushButton::clicked, this, &NodeDialog::testConnection);
    connect(enrol_, &QPushButton::clicked, this, &NodeDialog::enrol);
    connect(save_, &QPushButton::clicked, this, [this] {
        if (save())
            accept();
    });
    refresh();
}

QWidget *NodeDialog::makeReach()
{
    auto *card = new QFrame;
    card->setProperty("role", QLatin1String("card"));
    auto *form = new QFormLayout(card);
    form->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    form->setHorizontalSpacing(metrics::gap);
    form->setVerticalSpacing(metrics::unit);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    name_ = addLine(form, tr("&Name"), node_.name, tr("lb01: also the config id of its lines"), names::nodeName);
    name_->setReadOnly(!node_.name.isEmpty());
    host_ = addLine(form, tr("&Host"), node_.host, tr("name, address, or a Host of ssh_config"), names::nodeHost);
    sshUser_ = addLine(form, tr("SSH &user"), node_.sshUser, tr("root"), names::nodeSshUser);
    sshPort_ = addPort(form, tr("SSH &port"), node_.sshPort, names::nodeSshPort);
    identity_ =
        addLine(form, tr("&Key file"), node_.identityFile, tr("ssh-agent and the usual keys"), names::nodeIdentityFile);
    jump_ = addLine(form, tr("&Jump host"), node_.proxyJump, tr("as in ssh_config"), names::nodeProxyJump);
    apiPort_ = addPort(form, tr("&API port"), node_.apiPort, names::nodeApiPort);
    engine_ = new QComboBox;
    engine_->addItems({QStringLiteral("twinhelmd"), QStringLiteral("keepalived")});
    engine_->setCurrentIndex(node_.engine == Engine::Keepalived ? 1 : 0);
    engine_->setObjectName(QLatin1String(names::nodeEngine));
    form->addRow(tr("En&gine"), engine_);
    for (int row = 0; row < form->rowCount(); ++row)
        form->itemAt(row, QFormLayout::LabelRole)->widget()->setMinimumHeight(metrics::control);
    connect(engine_, &QComboBox::currentIndexChanged, this, &NodeDialog::refresh);
    return card;
}

QLineEdit *NodeDialog::addLine(QFormLayout *form, const QString &label, const QString &text, const QString &placeholder,
                               const char *objectName)
{
    auto *made = new QLineEdit(text);
    made->setPlaceholderText(placeholder);
    made->setObjectName(QLatin1String(objectName));
    form->addRow(label, made);
    connect(made, &QLineEdit::textChanged, this, &NodeDialog::refresh);
    return made;
}

QSpinBox *NodeDialog::addPort(QFormLayout *form, const QString &label, int value, const char *objectName)
{
    auto *made = new QSpinBox;
    made->setRange(1, 65535);
    made->setValue(value);
    made->setObjectName(QLatin1String(objectName));
    form->addRow(label, made);
    return made;
}

SiteNode NodeDialog::node() const
{
    SiteNode made = node_;
    made.name = name_->text().trimmed();
    made.host = host_->text().trimmed().isEmpty() ? made.name : host_->text().trimmed();
    made.sshPort = sshPort_->value();
    made.sshUser = sshUser_->text().trimmed();
    made.identityFile = identity_->text().trimmed();
    made.proxyJump = jump_->text().trimmed();
    made.apiPort = apiPort_->value();
    made.engine = engine_->currentIndex() == 1 ? Engine::Keepalived : Engine::Twinhelmd;
    return made;
}

void NodeDialog::refresh()
{
    if (!save_)
        return;
    const SiteNode now = node();
    const bool named = !now.name.isEmpty();
    test_->setEnabled(named && !busy_);
    save_->setEnabled(named && !busy_);
    enrol_->setEnabled(named && !busy_ && now.engine == Engine::Twinhelmd);
    enrol_->setToolTip(now.engine == Engine::Twinhelmd ? tr("The node makes its own key; this site's CA signs it.")
                                                       : tr("Stock keepalived has no API to enrol for."));
}

bool NodeDialog::save()
{
    const auto saved = services_.save(node());
    if (!saved)
        tell(false, toQt(saved.error().what) + QLatin1Char('\n') + toQt(saved.error().mend));
    return saved.has_value();
}

void NodeDialog::testConnection()
{
    setBusy(true, tr("Connecting to %1…").arg(node().host));
    runInBackground(
        this,
        [shell = services_.shellFor(node())]() -> Result<CommandResult> {
            if (const auto opened = shell->open(); !opened)
                return tl::unexpected(opened.error());
            return shell->run(QStringLiteral("uname -n"));
        },
        [this](const Result<CommandResult> &answer) {
            setBusy(false, {});
            if (answer)
                tell(true,
                     answer->exitCode == 0
                         ? tr("Logged in; the host calls itself %1.").arg(QString::fromUtf8(answer->output).trimmed())
                         : tr("Logged in."));
            else
                tell(false, toQt(answer.error().what) + QLatin1Char('\n') + toQt(answer.error().mend));
        });
}

void NodeDialog::enrol()
{
    if (!save())
        return;
    auto work = services_.enrolment(node());
    if (!work) {
        tell(false, toQt(work.error().what) + QLatin1Char('\n') + toQt(work.error().mend));
        return;
    }
    setBusy(true, tr("Enrolling %1…").arg(node().name));
    runInBackground(
        this, [shell = services_.shellFor(node()), enrolOver = std::move(*work)] { return enrolOver(*shell); },
        [this](const Result<QString> &answer) {
            setBusy(false, {});
            if (answer)
                services_.enrolled();
            tell(answer.has_value(),
                 answer ? *answer : toQt(answer.error().what) + QLatin1Char('\n') + toQt(answer.error().mend));
        });
}

void NodeDialog::setBusy(bool busy, const QString &what)
{
    busy_ = busy;
    parts::setStyleProperty(result_, "role", QLatin1String("secondary"));
    result_->setText(what);
    refresh();
}

void NodeDialog::tell(bool good, const QString &text)
{
    parts::setStyleProperty(result_, "role", QLatin1String(good ? "good" : "problem"));
    result_->setText(text.trimmed());
}

} // namespace twinhelm::desk
