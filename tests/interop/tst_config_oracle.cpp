#include <filesystem>
#include <set>

#include "common/config/expand/expander.h"
#include "common/config/syntax/syntax_tree.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/node.h"
#include "tests/support/keepalived_verdict.h"

using namespace twinhelm;
using namespace twinhelm::test;
namespace fs = std::filesystem;

namespace
{

const fs::path shared = fs::path(TWINHELM_SOURCE_DIR) / "../shared";
constexpr auto nodeId = "localhost"; ///< keepalived -i, and ours
constexpr std::size_t atOnce = 4;    ///< keepalived processes at one time

struct Sample {
    QString name;
    fs::path path;
    config::LoadedNode node;
};

void addInterfaces(const config::LoadedNode &node, std::set<std::string> &names)
{
    const auto add = [&](const config::model::Value<std::string> &name) {
        if (name.given && name->size() < 16 && *name != "lo" && name->find_first_of("$/% ") == std::string::npos)
            names.insert(*name);
    };
    for (const auto &instance : node.model.instances) {
        add(instance.interface);
        for (const auto &entry : instance.trackInterfaces)
            add(entry.name);
        for (const auto *list : {&instance.addresses, &instance.excludedAddresses}) {
            for (const auto &address : *list)
                add(address.device);
        }
        for (const auto &route : instance.routes)
            add(route.device);
        for (const auto &rule : instance.rules)
            add(rule.inputInterface);
    }
    for (const auto &address : node.model.staticAddresses)
        add(address.device);
    for (const auto &route : node.model.staticRoutes)
        add(route.device);
    for (const auto &delay : node.model.interfaceDelays)
        add(delay.interface);
}

QStringList messagesOf(const std::string &log)
{
    static const QRegularExpression noise("^(Configuration file|Starting|Opening file|Keepalived v)");
    auto lines = QString::fromStdString(log).split(u'\n', Qt::SkipEmptyParts);
    lines.erase(std::remove_if(lines.begin(), lines.end(), [](const auto &one) { return one.contains(noise); }),
                lines.end());
    return lines;
}

} // namespace

/// Every configuration people gave us, judged by Debian's keepalived and by us, here and now.
class TestConfigOracle : public QObject
{
    Q_OBJECT

    std::vector<Sample> samples_;

private slots:
    void initTestCase()
    {
        REQUIRE_LAB();
        if (!fs::exists(shared / "corpus/conf"))
            QSKIP("../shared is absent: agreement with keepalived is NOT tested");
        for (const auto *folder : {"corpus/conf", "keepalived/samples"}) {
            for (const auto &entry : fs::directory_iterator(shared / folder)) {
                auto node = config::loadFile(entry.path().string(), nodeId);
                QVERIFY2(node, entry.path().c_str());
                samples_.push_back({QString::fromStdString(entry.path().filename().string()), entry.path(), *node});
            }
        }
        std::sort(samples_.begin(), samples_.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
        QVERIFY(samples_.size() > 200);
    }

    void bytesComeBack()
    {
        for (const auto &sample : samples_) {
            const auto bytes = config::readDiskFile(sample.path.string());
            QVERIFY(bytes);
            const auto tree = config::SyntaxTree::parse(*bytes);
            std::string joined;
            for (const auto &token : tree.tokens())
                joined += tree.text({0, token.begin, token.end});
            QVERIFY2(joined == *bytes, qPrintable(sample.name));
        }
    }

    void agreesWithKeepalived()
    {
        const KeepalivedOracle oracle(QStringLiteral(TWINHELM_SOURCE_DIR "/tests/data/oracle"));
        QVERIFY2(oracle.error().isEmpty(), qPrintable(oracle.error()));
        const auto folder = fs::temp_directory_path() / ("th-oracle-" + std::to_string(getpid()));
        fs::create_directories(folder);
        QList<Disagreement> all;
        QStringList files;
        int refused = 0;
        {
            lab::Node host("oracle", lab::Isolation::Host, folder);
            std::set<std::string> interfaces;
            for (const auto &sample : samples_)
                addInterfaces(sample.node, interfaces);
            std::string script = "ip link set lo up\n";
            for (const auto &name : interfaces)
                script += "ip link add '" + name + "' type bridge\nip link set '" + name + "' up\n";
            host.run({"sh"}, script);

            std::vector<std::pair<const Sample *, lab::Process>> running;
            const auto finish = [&] {
                auto &[sample, process] = running.front();
                KeepalivedVerdict verdict;
                const auto rc = process.wait(lab::Millis(20000));
                QVERIFY2(rc, qPrintable(sample->name + " keeps keepalived busy for 20 s"));
                verdict.rc = *rc;
                verdict.messages = messagesOf(process.output());
                refused += verdict.rc != 0;
                all << oracle.compare(sample->name, verdict, sample->node);
                files << sample->name;
                running.erase(running.begin());
            };
            for (std::size_t i = 0; i < samples_.size(); ++i) {
                if (running.size() == atOnce)
                    finish();
                const auto &sample = samples_[i];
                running.emplace_back(
                    &sample, host.start({"keepalived", "-t", "-l", "-n", "-i", nodeId, "-f", sample.path.string()},
                                        "keepalived-" + std::to_string(i)));
            }
            while (!running.empty())
                finish();
        }
        fs::remove_all(folder);
        const auto left = oracle.unexplained(all, files);
        for (const auto &line : left)
            qInfo().noquote() << line;
        qInfo("%d files: keepalived refuses %d; %d differences, %d of them explained", int(files.size()), refused,
              int(all.size()), int(all.size() - std::count_if(left.begin(), left.end(), [](const auto &one) {
                                       return one.startsWith(QStringLiteral("not"));
                                   })));
        QCOMPARE(files.size(), qsizetype(samples_.size()));
        QVERIFY(refused > 100); // or it was not keepalived that ran
        QVERIFY2(left.isEmpty(), qPrintable(left.mid(0, 20).join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestConfigOracle)
#include "tst_config_oracle.moc"
