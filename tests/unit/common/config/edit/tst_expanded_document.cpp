#include "common/config/edit/expanded_document.h"

#include <QtTest>

#include "tests/unit/common/config/edit/edit_test.h"

using namespace twinhelm;
using config::edit::ExpandedDocument;
using test::pathOf;

namespace
{

const std::string text = "$P=150\n"
                         "@lb02 $P=100\n"
                         "vrrp_instance V {\n"
                         "    priority $P\n"
                         "    include vips.conf\n"
                         "    notify_master \"/bin/x # y\"\n"
                         "    authentication {\n"
                         "        auth_pass geheim\n"
                         "    }\n"
                         "}\n"
                         "~LST(n,web,db) vrrp_script $n { script /bin/$n }\n"
                         "vrrp_script odd { script /bin/a\\#b }\n";

ExpandedDocument documentOf(const std::string &node)
{
    config::ExpandOptions options;
    options.nodeId = node;
    options.readFile = [](const std::string &path) -> std::optional<std::string> {
        if (path != "/etc/k/vips.conf")
            return std::nullopt;
        return "    virtual_ipaddress {\n        10.0.0.3/24 dev eth0\n        10.0.0.4\n    }\n";
    };
    return ExpandedDocument("/etc/k/keepalived.conf", text, std::move(options));
}

} // namespace

class TestExpandedDocument : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArrayList>("values");
        const auto row = [](const char *path, const QByteArrayList &values) {
            QTest::newRow(path) << QByteArray(path) << values;
        };
        row("vrrp_instance[V]/priority", {"100"});
        row("vrrp_instance[V]/nopreempt", {});
        row("vrrp_instance[V]/notify_master", {"\"/bin/x # y\""});
        row("vrrp_instance[V]/virtual_ipaddress", {"10.0.0.3/24 dev eth0", "10.0.0.4"});
        row("vrrp_instance[V]/virtual_ipaddress[10.0.0.3]/dev", {"eth0"});
        row("vrrp_script[db]/script", {"/bin/db"});
        row("vrrp_script[odd]/script", {"/bin/a#b"});
        row("vrrp_script[web]", {"vrrp_script web {\n    script /bin/web\n}"});
        row("vrrp_instance[V]/authentication", {"authentication {\n    auth_pass ********\n}"});
    }
    void reads()
    {
        QFETCH(QByteArray, path);
        const auto values = documentOf("lb02").readAll(pathOf(path.toStdString()));
        QVERIFY2(values.has_value(), values ? "" : values.error().what.c_str());
        QByteArrayList all;
        for (const auto &one : *values)
            all << QByteArray::fromStdString(one);
        QTEST(all, "values");
    }

    void origins()
    {
        const auto document = documentOf("lb01");
        const auto included = document.origin(pathOf("vrrp_instance[V]/virtual_ipaddress[10.0.0.4]"));
        QVERIFY(included && included->included);
        QCOMPARE(included->file, std::string("/etc/k/vips.conf"));
        QCOMPARE(included->line, std::size_t{3});
        const auto repeated = document.origin(pathOf("vrrp_script[db]"));
        QVERIFY(repeated && !repeated->included);
        QCOMPARE(repeated->line, std::size_t{11});
        QCOMPARE(repeated->text, std::string("~LST(n,web,db) vrrp_script $n { script /bin/$n }"));
        QVERIFY(!document.origin(pathOf("vrrp_script[mail]")));
    }
};

QTEST_APPLESS_MAIN(TestExpandedDocument)
#include "tst_expanded_document.moc"
