"""Takes evidence away: files that open cleanly and keep their source wherever they travel."""
