#include "gui/widgets/dialogs/host_key_dialog.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

namespace
{

constexpr int dialogWidth = 600;

void addFact(QFormLayout *facts, const QString &name, const QString &value)
{
    auto *caption = new QLabel(name);
    caption->setProperty("role", QLatin1String("secondary"));
    auto *text = new QLabel(value);
    text->setProperty("role", QLatin1String("mono"));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setWordWrap(true);
    facts->addRow(caption, text);
}

template<typename Key>
QFrame *factCard(const Key &key)
{
    auto *card = new QFrame;
    card->setProperty("role", QLatin1String("card"));
    auto *facts = new QFormLayout(card);
    facts->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    facts->setHorizontalSpacing(metrics::gap);
    facts->setVerticalSpacing(metrics::unit);
    addFact(facts, UnknownHostDialog::tr("Host"), key.host);
    addFact(facts, UnknownHostDialog::tr("Key type"), key.keyType);
    addFact(facts, UnknownHostDialog::tr("Fingerprint"), key.fingerprint);
    addFact(facts, UnknownHostDialog::tr("Known hosts"), key.knownHostsFile);
    return card;
}

} // namespace

UnknownHostDialog::UnknownHostDialog(const UnknownHostKey &key, Prompter::YesNoAnswer answer, QWidget *parent)
    : DialogFrame(tr("Is this the right host?"),
                  tr("%1 was not contacted from here before. Compare the fingerprint with the one its console shows "
                     "(ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub).")
                      .arg(key.host),
                  parent)
{
    setObjectName(QLatin1String(names::unknownHostDialog));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(dialogWidth);
    content()->addWidget(factCard(key));
    content()->addStretch();
    auto *refuse = addButton(tr("Do &not connect"), QString(), names::rejectButton);
    connect(refuse, &QPushButton::clicked, this, &QDialog::reject);
    connect(addPrimary(tr("The fingerprint is &right"), QStringLiteral("check"), names::acceptButton),
            &QPushButton::clicked, this, &QDialog::accept);
    // Enter must not trust a stranger.
    refuse->setDefault(true);
    refuse->setFocus();
    connect(this, &QDialog::finished, this,
            [answer = std::move(answer)](int result) { answer(result == QDialog::Accepted); });
}

ChangedHostDialog::ChangedHostDialog(const ChangedHostKey &key, QWidget *parent)
    : DialogFrame(tr("The key of %1 has changed").arg(key.host),
                  tr("Somebody may be standing between you and the host, or it was installed anew. The connection was "
                     "refused and nothing was sent."),
                  parent)
{
    setObjectName(QLatin1String(names::changedHostDialog));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(dialogWidth);
    content()->addWidget(factCard(key));
    content()->addWidget(
        parts::body(tr("When you are sure that the new key is right, forget the old one and connect again:")));
    auto *command = new QLabel(key.mend);
    command->setProperty("role", QLatin1String("mono"));
    command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    content()->addWidget(command);
    content()->addStretch();
    connect(addPrimary(tr("&Close"), QString(), names::acceptButton), &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace twinhelm::desk
