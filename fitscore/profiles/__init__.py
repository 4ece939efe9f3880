"""Read profiles (JSON Resume) and make them ready for assessing."""
