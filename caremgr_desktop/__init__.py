"""CareMgr Desktop asks: case manager or care manager, and where."""
