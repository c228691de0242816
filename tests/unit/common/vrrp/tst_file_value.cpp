#include "common/vrrp/file_value.h"

#include <QtTest>

using namespace twinhelm::vrrp;

class TestFileValue : public QObject
{
    Q_OBJECT

private slots:
    void numbers_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("value");
        QTest::newRow("plain") << QByteArray("12\n") << 12;
        QTest::newRow("negative") << QByteArray(" -254") << -254;
        QTest::newRow("plus") << QByteArray("+3") << 3;
        QTest::newRow("hex") << QByteArray("0x10") << 16;
        QTest::newRow("octal") << QByteArray("010") << 8;
        QTest::newRow("more behind it") << QByteArray("7 seven\n8") << 7;
        QTest::newRow("no number") << QByteArray("off\n") << 0;
        QTest::newRow("empty") << QByteArray("") << 0;
        QTest::newRow("a NUL ends it") << QByteArray("1\0002", 3) << 1;
    }
    void numbers()
    {
        QFETCH(QByteArray, text);
        const auto value = parseFileValue(text.toStdString());
        QVERIFY(value);
        QTEST(*value, "value");
    }

    void tooLargeIsNoNumber()
    {
        QVERIFY(!parseFileValue("2147483648"));
        QVERIFY(!parseFileValue("-2147483649"));
        QVERIFY(!parseFileValue("99999999999999999999999999"));
    }
};

QTEST_APPLESS_MAIN(TestFileValue)
#include "tst_file_value.moc"
