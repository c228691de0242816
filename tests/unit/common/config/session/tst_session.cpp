#include "common/config/session/session.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>

#include <QtTest>

#include "common/config/load.h"
#include "common/config/source/file_access.h"
#include "common/diagnostics/text_renderer.h"

using namespace twinhelm;
using namespace twinhelm::config;

namespace
{

const std::filesystem::path sharedFolder = std::filesystem::path(TWINHELM_SOURCE_DIR) / "../shared";

const std::map<std::string, std::string> includable{
    {"/etc/a", "$A=from a\nvrrp_script a {\n script \"/a\"\n}\n"},
    {"/etc/b", "include a\nvrrp_instance INCLUDED {\n state WRONG\n}\n$N=3\n"},
};

ExpandOptions optionsFor(const std::string &node)
{
    ExpandOptions options;
    options.nodeId = node;
    options.readFile = [](const std::string &path) {
        const auto found = includable.find(path);
        return found == includable.end() ? std::nullopt : std::optional(found->second);
    };
    options.findFiles = [](const std::string &pattern) {
        std::vector<std::string> found;
        for (const auto &[path, bytes] : includable) {
            if (path.starts_with(pattern.substr(0, pattern.find('*'))))
                found.push_back(path);
        }
        return found;
    };
    return options;
}

LoadedNode loaded(const std::string &text, const std::string &node)
{
    const auto options = optionsFor(node);
    return loadText(text, node, "/etc", options.readFile, options.findFiles);
}

/// What fixes would write, and where: renderText() leaves them out.
std::string fixesOf(const Diagnostics &all, const SourceSet &sources)
{
    std::string out;
    for (const auto &one : all) {
        for (const auto &fix : one.fixes) {
            for (const auto &edit : fix.edits)
                out += fix.title + " \"" + std::string(sources.text(edit.range)) + "\" -> " + edit.text + '\n';
        }
    }
    return out;
}

template<typename List>
void addNames(std::string &out, const char *what, const List &list)
{
    for (const auto &one : list)
        out += std::string(what) + ' ' + *one.name + '\n';
}

/// Enough of the model to see a block that is missing, left over or out of order.
std::string summary(const model::NodeConfig &config)
{
    std::string out = config.nodeId + ' ' + *config.global.routerId + '\n';
    addNames(out, "script", config.scripts);
    addNames(out, "file", config.files);
    addNames(out, "process", config.processes);
    addNames(out, "bfd", config.bfds);
    addNames(out, "group", config.syncGroups);
    for (const auto &instance : config.instances) {
        out += "instance " + *instance.name + ' ' + *instance.interface + ' ' + std::to_string(*instance.priority) +
               ' ' + std::to_string(instance.addresses.size()) + '\n';
    }
    for (const auto &server : config.virtualServers)
        out += "virtual server with " + std::to_string(server.realServers.size()) + '\n';
    for (const auto count : countsOf(config))
        out += std::to_string(count) + ' ';
    return out;
}

/// Empty when the session says what a load of its text says; the first difference otherwise.
std::string difference(const Session &session, const std::string &node)
{
    const auto full = loaded(session.text(), node);
    const auto sources = session.sources();
    const auto compare = [](const char *what, const std::string &session_, const std::string &full_) {
        return session_ == full_ ? std::string()
                                 : std::string(what) + "\n  session:\n" + session_ + "  load:\n" + full_;
    };
    auto out =
        compare("findings", renderText(session.diagnostics(), sources), renderText(full.diagnostics, full.sources));
    if (out.empty())
        out = compare("gaps", renderText(session.engineGaps(), sources), renderText(full.engineGaps, full.sources));
    if (out.empty())
        out = compare("fixes", fixesOf(session.diagnostics(), sources), fixesOf(full.diagnostics, full.sources));
    if (out.empty())
        out = compare("model", summary(session.model()), summary(full.model));
    for (std::size_t i = 0; i < full.model.instances.size() && out.empty(); ++i) {
        out = compare("range", std::string(sources.text(session.resolve(session.model().instances[i].range))),
                      std::string(full.sources.text(full.model.instances[i].range)));
    }
    return out;
}

/// A piece of text as people and accidents put it in.
std::string somePiece(const std::string &text, std::mt19937 &random)
{
    static const std::vector<std::string> pieces{"{",
                                                 "}",
                                                 "\n",
                                                 " ",
                                                 "#",
                                                 "!",
                                                 "\"",
                                                 "\\\n",
                                                 "x",
                                                 "$A",
                                                 "$A=1\n",
                                                 "${N}",
                                                 "@lb01 ",
                                                 "@^lb01 ",
                                                 "~SEQ(i,2) ",
                                                 "include b\n",
                                                 "include *\n",
                                                 "\nvrrp_instance NEW {\n priority 5\n}\n",
                                                 "\nglobal_defs {\n router_id other\n}\n",
                                                 "$M=\\\n a {\\\n }\n",
                                                 "$M\n",
                                                 "random_seed 7\n",
                                                 "${_RANDOM}",
                                                 "\nglobal_defs {\n include_check\n}\n",
                                                 "\nvirtual_server 10.0.0.1 80 {\n real_server 10.0.0.2 80 {\n }\n}\n"};
    if (random() % 4 == 0 && !text.empty())
        return text.substr(random() % text.size(), random() % 120);
    return pieces[random() % pieces.size()];
}

TextEdit someEdit(const std::string &text, std::mt19937 &random)
{
    const auto size = static_cast<std::uint32_t>(text.size());
    const auto begin = static_cast<std::uint32_t>(random() % (size + 1));
    const auto removed = random() % 3 == 0 ? random() % 60 : random() % 2;
    const auto end = std::min(size, begin + static_cast<std::uint32_t>(removed));
    return {{0, begin, end}, random() % 4 == 0 ? std::string() : somePiece(text, random)};
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatALoadReads()
    {
        const std::string text = "global_defs {\n router_id a\n}\nvrrp_instance A {\n priority x\n}\ninclude b\n"
                                 "vrrp_instance B {\n state WRONG\n}\n";
        const Session session(text, optionsFor("lb01"), "/etc/keepalived.conf");
        QCOMPARE(difference(session, "lb01"), std::string());
        QVERIFY(session.diagnostics().size() > 2);
        QCOMPARE(session.blockCount(), std::size_t{4});
    }

    void readsOnlyWhatAnEditTouches()
    {
        std::string text = "$P=100\nglobal_defs {\n router_id a\n}\n";
        for (int i = 0; i < 50; ++i)
            text += "vrrp_instance I" + std::to_string(i) + " {\n priority 7\n}\n";
        text += "vrrp_instance LAST {\n priority $P\n}\n";
        Session session(text, optionsFor("lb01"), "/etc/keepalived.conf");
        QCOMPARE(session.blockCount(), std::size_t{52});

        const auto inside = static_cast<std::uint32_t>(text.find("I20 {")) + 15;
        QVERIFY(session.apply({{{0, inside, inside}, "x"}}));
        QCOMPARE(session.blocksRead(), std::size_t{1});
        QCOMPARE(difference(session, "lb01"), std::string());

        // Who uses a definition depends on it, wherever it stands; the others do not.
        QVERIFY(session.apply({{{0, 3, 6}, "300"}}));
        QCOMPARE(session.blocksRead(), std::size_t{2});
        QCOMPARE(difference(session, "lb01"), std::string());
    }

    void takesSeveralEditsAtOnce()
    {
        Session session("vrrp_instance A {\n}\nvrrp_instance B {\n}\n", optionsFor("lb01"), "/etc/keepalived.conf");
        QVERIFY(session.apply({{{0, 34, 35}, "C"}, {{0, 0, 20}, ""}}));
        QCOMPARE(session.text(), std::string("vrrp_instance C {\n}\n"));
        QCOMPARE(difference(session, "lb01"), std::string());
        QVERIFY(!session.apply({{{0, 5, 500}, ""}}));
        QVERIFY(!session.apply({{{1, 0, 0}, "x"}}));
        QCOMPARE(session.text(), std::string("vrrp_instance C {\n}\n"));
    }

    void beginsWithNothing()
    {
        Session session({}, optionsFor("lb01"), "/etc/keepalived.conf");
        QCOMPARE(difference(session, "lb01"), std::string());
        QVERIFY(session.apply({{{0, 0, 0}, "vrrp_instance A {\n"}}));
        QCOMPARE(difference(session, "lb01"), std::string());
        QVERIFY(session.apply({{{0, 18, 18}, "}\n"}, {{0, 0, 20}, ""}}));
        QCOMPARE(session.text(), std::string());
        QCOMPARE(difference(session, "lb01"), std::string());
    }

    void limitsHoldOverAllBlocks()
    {
        std::string text;
        for (int i = 0; i < 300; ++i)
            text += "nonsense_" + std::to_string(i) + " {\n}\n";
        text += "~SEQ(i,1000000000) x {\n}\n";
        Session session(text, optionsFor("lb01"), "/etc/keepalived.conf");
        QVERIFY(session.apply({{{0, 2000, 2001}, "y"}}));
        QCOMPARE(difference(session, "lb01"), std::string());
        const auto end = static_cast<std::uint32_t>(session.text().size());
        QVERIFY(session.apply({{{0, end - 25, end}, "\n"}}));
        QCOMPARE(difference(session, "lb01"), std::string());
    }

    /// The property: whatever is done to a text, the session says what a load of the result says.
    void staysTrueThroughEdits_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("definitions") << QByteArray(
            "$A=1\n$M=\\\n vrrp_instance $N {\\\n  priority $A\\\n }\n$N=VI_1\n$M\nglobal_defs {\n random_seed 3\n "
            "router_id r${_RANDOM}\n}\nvrrp_script s {\n script \"/x\"\n}\n@lb01 $N=VI_2\n$M\n~SEQ(i,3) vrrp_instance "
            "S$i {\nvirtual_ipaddress {\n 10.0.0.$i\n}\n}\ninclude b\n$M\nvrrp_instance R {\n priority "
            "${_RANDOM 1 5}\n}\nglobal_defs {\n router_id second\n}\n");
        if (!std::filesystem::exists(sharedFolder / "corpus"))
            QSKIP("../shared is absent: editing real configurations is NOT tested");
        std::vector<std::filesystem::path> files;
        for (const auto *folder : {"corpus/conf", "keepalived/samples"}) {
            for (const auto &entry : std::filesystem::directory_iterator(sharedFolder / folder))
                files.push_back(entry.path());
        }
        std::sort(files.begin(), files.end());
        for (const auto &path : files) {
            if (const auto bytes = readDiskFile(path.string()); bytes && bytes->size() < 20000)
                QTest::newRow(path.filename().c_str()) << QByteArray::fromStdString(*bytes);
        }
    }
    void staysTrueThroughEdits()
    {
        QFETCH(QByteArray, text);
        std::mt19937 random(static_cast<unsigned>(text.size()));
        Session session(text.toStdString(), optionsFor("lb01"), "/etc/keepalived.conf");
        QCOMPARE(difference(session, "lb01"), std::string());
        const int edits = text.startsWith("$A=1") ? 800 : 5;
        for (int i = 0; i < edits; ++i) {
            if (i % 100 == 99)
                session.reset(text.toStdString());
            const auto before = session.text();
            const auto edit = someEdit(before, random);
            QVERIFY(session.apply({edit}));
            const auto wrong = difference(session, "lb01");
            QVERIFY2(wrong.empty(), (wrong + "\nbytes " + std::to_string(edit.range.begin) + " to " +
                                     std::to_string(edit.range.end) + " became \"" + edit.text + "\" in:\n" + before)
                                        .c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestSession)
#include "tst_session.moc"
