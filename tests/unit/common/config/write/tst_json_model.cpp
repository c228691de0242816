#include "common/config/write/json_model.h"

#include <filesystem>

#include <boost/json.hpp>

#include <QtTest>

#include "common/config/load.h"
#include "common/config/write/normalised.h"

using namespace twinhelm;

namespace
{

std::string json(std::string_view text, config::Secrets secrets = config::Secrets::Masked, std::size_t indent = 0)
{
    return config::jsonModel(config::loadText(text, "lb01").model, secrets, indent);
}

constexpr std::string_view instance =
    "vrrp_instance VI_1 {\ninterface eth0\npriority 150\nauthentication {\nauth_type PASS\n"
    "auth_pass 1111\n}\nvirtual_ipaddress {\n10.0.0.3/24 dev eth0\n}\nnopreempt\n}\n";

} // namespace

class TestJsonModel : public QObject
{
    Q_OBJECT

private slots:
    void blocksAreObjectsAndListsOfThem()
    {
        const auto value = boost::json::parse(json(instance));
        const auto &one = value.at("vrrp_instance").at(0);
        QVERIFY(one.at("name") == "VI_1");
        QVERIFY(one.at("interface") == "eth0");
        QVERIFY(one.at("priority") == 150);
        QVERIFY(one.at("nopreempt") == true);
        QVERIFY(one.at("virtual_ipaddress").at(0).at("address") == "10.0.0.3/24");
        QVERIFY(one.at("virtual_ipaddress").at(0).at("dev") == "eth0");
    }

    void secretsAreMaskedUnlessAsked()
    {
        QVERIFY(json(instance).find("1111") == std::string::npos);
        const auto shown = boost::json::parse(json(instance, config::Secrets::Shown));
        QVERIFY(shown.at("vrrp_instance").at(0).at("authentication").at("auth_pass") == "1111");
    }

    void serversAndCheckers()
    {
        const auto value = boost::json::parse(json("virtual_server fwmark 3 {\nreal_server 10.0.0.7 80 {\nHTTP_GET "
                                                   "{\nurl {\npath /\nstatus_code 200 301-302\n}\n}\n"
                                                   "TCP_CHECK {\nconnect_port 81\n}\nTCP_CHECK {\n}\n}\n}\n"));
        const auto &server = value.at("virtual_server").at(0);
        QVERIFY(server.at("fwmark") == 3);
        const auto &real = server.at("real_server").at(0);
        QVERIFY(real.at("port") == 80);
        QCOMPARE(real.at("TCP_CHECK").as_array().size(), std::size_t(2));
        QVERIFY(real.at("HTTP_GET").at(0).at("url").at(0).at("status_code").at(1) == "301-302");
    }

    void anEmptyModelIsAnEmptyObject() { QCOMPARE(json(""), std::string("{}")); }

    void readableForm()
    {
        QCOMPARE(config::jsonModel(config::loadText("use_pid_dir\n", "lb01").model),
                 std::string("{\n  \"use_pid_dir\": true\n}\n"));
    }

    /// Whoever reads the JSON and whoever reads the normalised text learns the same.
    void saysWhatTheNormalisedTextSays()
    {
        const auto shared = std::filesystem::path(TWINHELM_SOURCE_DIR) / "../shared";
        if (!std::filesystem::exists(shared / "corpus/conf"))
            QSKIP("../shared is not here: nothing was compared");
        int files = 0;
        for (const auto *folder : {"corpus/conf", "keepalived/samples"}) {
            for (const auto &entry : std::filesystem::directory_iterator(shared / folder)) {
                const auto node = config::loadFile(entry.path().string(), "lb01");
                QVERIFY2(node, entry.path().c_str());
                const auto fromFile = config::jsonModel(node->model, config::Secrets::Shown, 1);
                QVERIFY2(json(config::normalisedText(node->model), config::Secrets::Shown, 1) == fromFile,
                         entry.path().c_str());
                ++files;
            }
        }
        QVERIFY(files > 200);
    }
};

QTEST_APPLESS_MAIN(TestJsonModel)
#include "tst_json_model.moc"
