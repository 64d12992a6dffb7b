"""The systems Manumit is made of. Modules never import each other: they meet through their manifests."""
