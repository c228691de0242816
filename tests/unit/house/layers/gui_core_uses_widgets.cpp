// Must not link: th_gui_core brings Qt, but not Widgets.
#include <QtWidgets/QWidget>

int main()
{
    QWidget widget;
    return widget.isVisible() ? 1 : 0;
}
