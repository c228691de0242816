#include <QFile>
#include <QtTest>

#include "common/config/validate/catalogue.h"

using namespace twinhelm;

class TestMessagesPage : public QObject
{
    Q_OBJECT

private slots:
    void pageIsFresh()
    {
        QFile file(QStringLiteral(TWINHELM_SOURCE_DIR "/docs/messages.md"));
        const auto page = QByteArray::fromStdString(config::messagesPage());
        if (qEnvironmentVariableIsSet("TH_UPDATE_EXPECTED")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(page), page.size());
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.readAll() == page,
                 "docs/messages.md is stale: TH_UPDATE_EXPECTED=1 ctest -R validate.messages_page writes it anew");
    }

    void everyCodeHasASection()
    {
        const auto page = config::messagesPage();
        for (const auto *entry : config::catalogue()) {
            const auto heading = "### " + std::string(entry->code) + ": " + std::string(entry->title) + "\n";
            QVERIFY2(page.find(heading) != std::string::npos, heading.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestMessagesPage)
#include "tst_messages_page.moc"
