"""Running and keeping sessions: the only place that writes what happened. Knows no screen."""
