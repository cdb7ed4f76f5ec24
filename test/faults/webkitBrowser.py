"""A minimal WebKitGTK browser with tabs that WebKitWebDriver can start.

An automated MiniBrowser stores no data, so nothing would survive a kill. This browser stores its data in the folder of its
first argument. Only its current tab is visible. The second argument `reduced` asks pages for less motion.
"""
import signal
import sys

import gi

gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

profile = sys.argv[1]
manager = WebKit2.WebsiteDataManager(base_data_directory=f'{profile}/data', base_cache_directory=f'{profile}/cache')
context = WebKit2.WebContext(website_data_manager=manager)
context.set_automation_allowed(True)
Gtk.Settings.get_default().set_property('gtk-enable-animations', sys.argv[2] != 'reduced')
window = Gtk.Window()
window.set_default_size(1000, 700)
tabs = Gtk.Notebook()
window.add(tabs)


def add_tab(_session):
    view = WebKit2.WebView(
        web_context=context,
        is_controlled_by_automation=True,
        automation_presentation_type=WebKit2.AutomationBrowsingContextPresentation.TAB,
    )
    view.get_settings().set_enable_page_cache(True)
    view.connect('close', lambda closed: closed.destroy())
    view.show()
    tabs.set_current_page(tabs.append_page(view, Gtk.Label(label='tab')))
    return view


def start(_context, session):
    about = WebKit2.ApplicationInfo()
    about.set_name('ScoreletBrowser')
    about.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(about)
    session.connect('create-web-view', add_tab)


context.connect('automation-started', start)
window.show_all()
GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGTERM, Gtk.main_quit)
Gtk.main()
