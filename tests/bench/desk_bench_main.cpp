// The desk without its widgets on large configurations: medians, and whether the bars hold.
// Usage: desk_bench [ROUNDS]   ends with 0 when every bar holds
//
// A key press is: the value into the document, its meaning for both nodes, all findings, the form's rows, the list of
// blocks, and the table of what happens if something fails.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

#include <QCoreApplication>
#include <QEventLoop>

#include "gui/core/models/block_tree_model.h"
#include "gui/core/models/what_if_model.h"
#include "gui/core/presenters/block_form_presenter.h"

using namespace twinhelm;
using namespace twinhelm::desk;

namespace
{

const QStringList nodes{QStringLiteral("lb01"), QStringLiteral("lb02")};

double milliseconds(const std::function<void()> &work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// A pair with `instances` virtual routers in front of `services` x `servers` real servers; every third server is
/// without a check, which is a finding each.
QByteArray configuration(int instances, int services, int servers)
{
    QByteArray text = "global_defs {\n\t@lb01 router_id lb01\n\t@lb02 router_id lb02\n}\n";
    for (int i = 1; i <= instances; ++i) {
        const auto number = QByteArray::number(i);
        text += "vrrp_instance VI_" + number + " {\n\tstate BACKUP\n\tinterface eth0\n\tvirtual_router_id " + number +
                "\n\t@lb01 priority 150\n\t@lb02 priority 100\n\tvirtual_ipaddress {\n\t\t10.0.0." + number +
                "\n\t}\n}\n";
    }
    for (int i = 0; i < services; ++i) {
        const auto part = QByteArray::number(i / 250) + '.' + QByteArray::number(i % 250);
        text += "virtual_server 10." + part + ".1 80 {\n\tlb_algo rr\n\tlb_kind NAT\n\tprotocol TCP\n\tdelay_loop 10\n";
        for (int j = 1; j <= servers; ++j) {
            text += "\treal_server 10.1" + part + '.' + QByteArray::number(j) + " 8080 {\n\t\tweight 1\n";
            text += j % 3 == 0 ? "\t}\n" : "\t\tTCP_CHECK {\n\t\t\tconnect_timeout 3\n\t\t}\n\t}\n";
        }
        text += "}\n";
    }
    return text;
}

/// The desk's parts on one document.
struct Desk {
    Document document{nodes};
    BlockTreeModel tree;
    WhatIfModel whatIf;
    std::unique_ptr<BlockFormPresenter> form;

    void open(const QByteArray &text)
    {
        document.reset(text);
        document.flush();
        tree.setDocument(&document);
        form = std::make_unique<BlockFormPresenter>(&document);
        form->setBlock(tree.entry(tree.firstBlock())->path);
    }

    void waitForTable()
    {
        while (whatIf.isBusy())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
};

bool report(const char *what, const std::vector<double> &times, double most)
{
    const double middle = median(times);
    std::printf("%-58s %8.1f ms   worst %8.1f ms   (at most %.0f: %s)\n", what, middle,
                *std::max_element(times.begin(), times.end()), most, middle <= most ? "holds" : "MISSED");
    return middle <= most;
}

bool measureOpen(const char *what, const QByteArray &text, int rounds, double most)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        Desk desk;
        times.push_back(milliseconds([&] { desk.open(text); }));
    }
    return report(what, times, most);
}

bool measureKeys(const char *what, const QByteArray &text, int rounds, double most)
{
    Desk desk;
    desk.open(text);
    desk.whatIf.setDocument(&desk.document);
    desk.whatIf.setWatched(true);
    desk.waitForTable();
    std::vector<double> times;
    for (int round = 0; round < rounds * 2; ++round) {
        const auto value = QString::number(101 + round);
        times.push_back(milliseconds([&] {
            if (!desk.form->setValue(QStringLiteral("priority"), nodes[1], value))
                std::exit(2);
            desk.document.flush();
            desk.waitForTable();
        }));
        if (desk.form->row(QStringLiteral("priority"))->values[1].text != value || desk.whatIf.rowCount() == 0)
            std::exit(2);
    }
    return report(what, times, most);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 5;
    if (rounds < 1) {
        std::fprintf(stderr, "usage: desk_bench [ROUNDS]\n");
        return 2;
    }
    const auto large = configuration(20, 1000, 100);
    std::printf("%d lines, %.1f MB; medians of %d rounds\n", int(large.count('\n')), double(large.size()) / 1e6,
                rounds);
    bool held = measureOpen("a pair with 1,000 real servers: open", configuration(20, 10, 100), rounds, 1500);
    held = measureKeys("the same: a key press", configuration(20, 10, 100), rounds, 100) && held;
    held = measureOpen("a pair with 100,000 real servers: open", large, rounds, 1500) && held;
    return held ? 0 : 1;
}
