#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "gui/widgets/dialogs/node_dialog.h"
#include "gui/widgets/object_names.h"
#include "tests/gui/support/desk_fixture.h"
#include "tests/unit/gui/core/deploy/fake_node.h"

namespace twinhelm::desk::testing
{

class TestNodeDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aNodeNeedsAName();
    void testTellsBothOutcomes();
    void enrolSavesFirstAndTellsTheResult();
    void stockKeepalivedIsNotEnrolled();

private:
    std::unique_ptr<NodeDialog> makeDialog(const SiteNode &node);
    template<typename T>
    T *find(const NodeDialog &dialog, const char *name)
    {
        return dialog.findChild<T *>(QLatin1String(name));
    }

    std::shared_ptr<tests::FakeNode> shell_;
    QList<SiteNode> saved_;
    int enrolled_ = 0;
};

void TestNodeDialog::init()
{
    shell_ = std::make_shared<tests::FakeNode>();
    saved_.clear();
    enrolled_ = 0;
}

std::unique_ptr<NodeDialog> TestNodeDialog::makeDialog(const SiteNode &node)
{
    NodeDialog::Services services;
    services.shellFor = [this](const SiteNode &) { return shell_; };
    services.save = [this](const SiteNode &one) {
        saved_.append(one);
        return Result<void>();
    };
    services.enrolment = [](const SiteNode &) -> Result<std::function<Result<QString>(RemoteShell &)>> {
        return std::function<Result<QString>(RemoteShell &)>([](RemoteShell &shell) -> Result<QString> {
            if (const auto opened = shell.open(); !opened)
                return tl::unexpected(opened.error());
            return QStringLiteral("enrolled");
        });
    };
    services.enrolled = [this] { ++enrolled_; };
    return std::make_unique<NodeDialog>(node, services, nullptr);
}

void TestNodeDialog::aNodeNeedsAName()
{
    const auto dialog = makeDialog({});
    QVERIFY(!find<QPushButton>(*dialog, names::nodeSaveButton)->isEnabled());
    find<QLineEdit>(*dialog, names::nodeName)->setText(QStringLiteral("lb03"));
    find<QPushButton>(*dialog, names::nodeSaveButton)->click();
    QCOMPARE(saved_.size(), 1);
    // Without a host the name is where to connect.
    QCOMPARE(saved_.first().host, QStringLiteral("lb03"));
}

void TestNodeDialog::testTellsBothOutcomes()
{
    SiteNode node;
    node.name = node.host = QStringLiteral("lb01");
    const auto dialog = makeDialog(node);
    auto *result = find<QLabel>(*dialog, names::nodeResult);
    find<QPushButton>(*dialog, names::nodeTestButton)->click();
    QVERIFY(!find<QPushButton>(*dialog, names::nodeTestButton)->isEnabled());
    QTRY_COMPARE(result->property("role").toString(), QStringLiteral("good"));
    shell_->failAt = static_cast<int>(shell_->calls.size());
    find<QPushButton>(*dialog, names::nodeTestButton)->click();
    QTRY_COMPARE(result->property("role").toString(), QStringLiteral("problem"));
    QVERIFY(result->text().contains(QStringLiteral("broke")));
    QVERIFY(saved_.isEmpty());
}

void TestNodeDialog::enrolSavesFirstAndTellsTheResult()
{
    SiteNode node;
    node.name = node.host = QStringLiteral("lb01");
    const auto dialog = makeDialog(node);
    find<QPushButton>(*dialog, names::nodeEnrolButton)->click();
    QCOMPARE(saved_.size(), 1);
    QTRY_COMPARE(enrolled_, 1);
    QCOMPARE(find<QLabel>(*dialog, names::nodeResult)->text(), QStringLiteral("enrolled"));
}

void TestNodeDialog::stockKeepalivedIsNotEnrolled()
{
    SiteNode node;
    node.name = node.host = QStringLiteral("lb01");
    node.engine = Engine::Keepalived;
    const auto dialog = makeDialog(node);
    QVERIFY(!find<QPushButton>(*dialog, names::nodeEnrolButton)->isEnabled());
    QVERIFY(find<QPushButton>(*dialog, names::nodeTestButton)->isEnabled());
}

} // namespace twinhelm::desk::testing

QTEST_MAIN(twinhelm::desk::testing::TestNodeDialog)
#include "tst_node_dialog.moc"
