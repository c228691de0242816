#include "common/config/edit/path_editor.h"

#include <chrono>
#include <functional>

#include <QtTest>

#include "common/config/edit/editor.h"
#include "tests/unit/common/config/edit/edit_test.h"

using namespace twinhelm;
using config::EditContext;
using config::edit::PathEditor;

namespace
{

/// 100,000 real servers in 1,000 virtual servers: 606,001 lines.
std::string largeDocument()
{
    std::string out = "! large\n";
    for (int vs = 0; vs < 1000; ++vs) {
        const auto net = std::to_string(vs / 250) + '.' + std::to_string(vs % 250);
        out += "virtual_server 10." + net +
               ".1 80 {\n    delay_loop 6\n    lb_algo rr\n    lb_kind NAT\n    protocol TCP\n";
        for (int rs = 0; rs < 100; ++rs)
            out += "    real_server 192.168." + std::to_string(vs % 250) + '.' + std::to_string(rs + 1) +
                   " 80 {\n        weight 1\n        TCP_CHECK {\n            connect_timeout 3\n        }\n    }\n";
        out += "}\n";
    }
    return out;
}

double millisecondsOf(const std::function<void()> &work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

class TestLargeDocument : public QObject
{
    Q_OBJECT

private slots:
    /// An edit costs what it touches: a small part of reading the text once.
    void anEditDoesNotReadTheTextAgain()
    {
        const auto text = largeDocument();
        QCOMPARE(std::count(text.begin(), text.end(), '\n'), std::ptrdiff_t{606'001});
        std::optional<config::SyntaxTree> tree;
        const auto parsing = millisecondsOf([&] { tree = config::parse(text); });
        const auto path = test::pathOf("virtual_server[10.3.249.1 80]/real_server[192.168.249.99 80]/weight");
        const std::vector<std::string> nodes{"lb01", "lb02"};
        PathEditor::Edits edits;
        double best = parsing;
        for (int i = 0; i < 5; ++i) {
            best = std::min(best, millisecondsOf([&] {
                                const EditContext context(*tree, nodes);
                                edits = PathEditor(context).set(path, i % 2 == 0 ? "lb01" : "", "7");
                            }));
        }
        QVERIFY(edits.has_value());
        QCOMPARE(edits->size(), std::size_t{2});
        const config::Target target{{{"virtual_server", "10.3.249.1 80"}, {"real_server", "192.168.249.99 80"}},
                                    "weight"};
        const auto form = millisecondsOf([&] {
            const config::Editor editor(*tree, nodes);
            QVERIFY(editor.setValue(target, {}, "7").has_value());
        });
        qInfo("606,001 lines: parsing %.1f ms, an edit by its path %.2f ms, by a form %.2f ms", parsing, best, form);
        QVERIFY2(best * 8 < parsing, "an edit took more than an eighth of reading the text");
        QVERIFY2(form * 8 < parsing, "an edit took more than an eighth of reading the text");
    }
};

QTEST_APPLESS_MAIN(TestLargeDocument)
#include "tst_large_document.moc"
