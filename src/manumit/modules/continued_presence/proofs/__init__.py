"""Random ways through the procedure, compared with a model that knows neither database nor policies."""
